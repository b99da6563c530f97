// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Scale;

/// <summary>The weights that the method of moments gives to units.</summary>
internal static class MomentWeight
{
    internal static double[] Equal(int count)
    {
        var weights = new double[count];
        Array.Fill(weights, 1);
        return weights;
    }

    /// <summary>1 / sampling variance, brought to mean 1; null when a unit has none.</summary>
    internal static double[]? Inverse(ScaleModel model)
    {
        if (model.SamplingVariances.Length == 0 || !model.SamplingVariances.All(variance => variance > 0))
            return null;
        var weights = model.SamplingVariances.Select(variance => 1 / variance).ToArray();
        var mean = weights.Average();
        return [.. weights.Select(weight => weight / mean)];
    }

    /// <summary>The weights that were asked for, or the nearest that the data allow.</summary>
    internal static double[] For(MomentWeights asked, ScaleModel model, bool populationKnown, List<Warning> warnings)
    {
        switch (asked)
        {
            case MomentWeights.Equal:
                return Equal(model.Rates.Length);
            case MomentWeights.Population when populationKnown:
                return model.Weights;
            case MomentWeights.Population:
                return Inverse(model) ?? Equal(model.Rates.Length);
        }

        if (Inverse(model) is { } inverse)
            return inverse;
        warnings.Add(new Warning("equal-weights", "Some sampling variances are 0 or unknown, so units cannot be weighed by them; each counts once."));
        return Equal(model.Rates.Length);
    }
}
