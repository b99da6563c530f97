// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Analysis.Displacement;

/// <summary>What a measurement allows to be said: here first, then the whole, then the ring, and always what could not be seen.</summary>
internal static class VerdictOnDisplacement
{
    // A design that can only see more than half of all events is a design for a miracle.
    private const double LargestSoundDetectableShare = 0.5;

    internal static DisplacementVerdict Of(
        DisplacementEffect local, DisplacementEffect? ring, DisplacementEffect total, MinimumDetectable mde, double treatedBefore)
    {
        var weak = treatedBefore <= 0 || mde.Local > LargestSoundDetectableShare * treatedBefore;
        var power = !weak ? "adequate" : local.ExcludesZero ? "size-overstated" : "too-few-cases";
        var localWord = Direction(local);
        var totalWord = Direction(total);
        var ringWord = ring is null ? null : !ring.ExcludesZero ? "not-shown" : ring.Estimate > 0 ? "displacement" : "diffusion";

        var sentences = new List<Sentence>();
        if (power == "too-few-cases")
        {
            sentences.Add(Say("waterbed-too-few-cases", "There are too few cases to see an effect of realistic size; only a change of about {0} or more could have been seen here.", Whole(mde.Local)));
        }
        else
        {
            sentences.Add(Change("local", localWord, "Here", local, mde.Local));
            if (power == "size-overstated")
                sentences.Add(Say("waterbed-size-overstated", "There is probably a real effect, but its size is likely overstated: only a change of about {0} or more could have been seen here.", Whole(mde.Local)));
            if (ring is not null)
                sentences.Add(Change("total", totalWord, "Here and around it together", total, mde.Total));
        }

        if (ring is not null)
            sentences.Add(About(ringWord!, ring, Whole(mde.Ring.Value!.Value)));
        return new DisplacementVerdict(localWord, totalWord, ringWord, power, sentences);
    }

    private static string Direction(DisplacementEffect effect) =>
        !effect.ExcludesZero ? "not-shown" : effect.Estimate < 0 ? "reduction" : "increase";

    private static Sentence Change(string part, string word, string where, DisplacementEffect effect, double detectable) => word switch
    {
        "not-shown" => Say($"waterbed-{part}-not-shown", where + " no change against the control is shown; a change smaller than {0} could not have been seen.", Whole(detectable)),
        "reduction" => Say($"waterbed-{part}-reduction", where + " there were about {0} fewer than the control would give (between {1} and {2} fewer).",
            Whole(-effect.Estimate), Whole(-effect.High), Whole(-effect.Low)),
        _ => Say($"waterbed-{part}-increase", where + " there were about {0} more than the control would give (between {1} and {2} more).",
            Whole(effect.Estimate), Whole(effect.Low), Whole(effect.High)),
    };

    private static Sentence About(string word, DisplacementEffect ring, double detectable) => word switch
    {
        "displacement" => Say("waterbed-ring-displacement", "Around it there were about {0} more than its control would give: a shift outwards is shown. Shifts smaller than {1} could not have been seen.", Whole(ring.Estimate), detectable),
        "diffusion" => Say("waterbed-ring-diffusion", "Around it there were about {0} fewer than its control would give: the benefit reached further. Shifts smaller than {1} could not have been seen.", Whole(-ring.Estimate), detectable),
        // Never "there is no waterbed": not seen is not absent.
        _ => Say("waterbed-ring-not-shown", "No waterbed is shown; shifts smaller than {0} cannot be excluded.", detectable),
    };

    private static double Whole(double number) => Math.Round(number, MidpointRounding.AwayFromZero) + 0.0; // + 0: −0 reads badly.

    private static Sentence Say(string code, string text, params double[] numbers)
    {
        var arguments = numbers.Select(number => (object)number).ToArray();
        return new Sentence(code, string.Format(System.Globalization.CultureInfo.InvariantCulture, text, arguments)) { Arguments = arguments };
    }
}
