// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Analysis.Scale;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.EachGemeente;

/// <summary>The same question in every gemeente, by code. Never by size of anything: places are not ranked.</summary>
/// <param name="Indicator">The figure.</param>
/// <param name="Year">Its year.</param>
/// <param name="Catalogue">Fingerprint of the data.</param>
/// <param name="Seed">Start of the random streams.</param>
/// <param name="Gemeenten">In order of code.</param>
public sealed record GemeenteProfiles(string Indicator, int Year, string Catalogue, int Seed, IReadOnlyList<GemeenteProfile> Gemeenten);

/// <summary>At which scales a figure differs inside one gemeente.</summary>
/// <param name="Code">Code of the gemeente.</param>
/// <param name="Name">Its name.</param>
/// <param name="Levels">Finest first; empty when there is no answer.</param>
/// <param name="NoiseShare">[0..1] Part of what one sees that is chance; null when unknown.</param>
/// <param name="MostlyNoise">Whether chance is most of it.</param>
/// <param name="Why">Why there is no answer; null when there is one.</param>
public sealed record GemeenteProfile(string Code, string Name, IReadOnlyList<GemeenteLevel> Levels, double? NoiseShare, bool MostlyNoise, ReasonGiven? Why)
{
    internal static GemeenteProfile Of(string code, string name, Outcome<ScalePicture> outcome) => outcome.TryGet(out var picture, out var reason)
        ? new GemeenteProfile(code, name, [.. picture.Profile.Levels.Select(GemeenteLevel.Of)], picture.Profile.Noise.Share.Value, picture.Profile.Noise.Dominates, null)
        : new GemeenteProfile(code, name, [], null, false, new ReasonGiven(reason.Code, reason.Detail));
}

/// <summary>One level of a profile.</summary>
/// <param name="Level">Level id.</param>
/// <param name="Groups">Number of areas.</param>
/// <param name="Share">[0..1] Part of the differences; null when withheld.</param>
/// <param name="Low">Lower end of its 90 % range.</param>
/// <param name="High">Upper end of its 90 % range.</param>
/// <param name="Indicative">Few areas: take it as an indication.</param>
/// <param name="Why">Why there is no share.</param>
public sealed record GemeenteLevel(string Level, int Groups, double? Share, double? Low, double? High, bool Indicative, ReasonGiven? Why)
{
    internal static GemeenteLevel Of(LevelProfile level) => new(
        level.Level, level.Groups, level.Share.Value, level.Low.Value, level.High.Value, level.Indicative, level.Share.Reason is { } reason ? new ReasonGiven(reason.Code, reason.Detail) : null);
}

/// <summary>A reason as it is kept.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Detail">Its sentence.</param>
public sealed record ReasonGiven(string Code, string Detail);
