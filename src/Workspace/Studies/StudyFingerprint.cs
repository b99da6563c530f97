// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Schakel.Analysis.Scale;
using Schakel.Catalogue.Storage;

namespace Schakel.Workspace.Studies;

/// <summary>Names a picture by everything it depends on: same name, same figures.</summary>
internal static class StudyFingerprint
{
    // Raise this when a figure changes for the same data and question.
    private const int MethodVersion = 1;

    internal static string Of(CatalogueFolder catalogue, StudyQuestion question, int year, ScaleProfileOptions options)
    {
        var text = string.Join('\n',
            catalogue.Fingerprint, question.Indicator, year.ToString(CultureInfo.InvariantCulture), question.Within, question.Levels is null ? question.Finest ?? "" : string.Join(',', question.Levels),
            string.Create(CultureInfo.InvariantCulture, $"{options.Seed} {options.Estimator} {options.Weights} {options.Kind} {options.AllLevels} {options.Intervals} {options.Replicates}"),
            question.Chance is { } chance ? string.Create(CultureInfo.InvariantCulture, $"{chance.Overdispersion} {chance.Rounding} {chance.Descriptive}") : "",
            string.Create(CultureInfo.InvariantCulture, $"scale profile, version {MethodVersion}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
