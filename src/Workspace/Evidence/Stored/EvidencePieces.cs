// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence.Stored;

/// <summary>Evidence in the making: what one part, or all of them, has given. A part that was not worked out here is null.</summary>
internal sealed record EvidencePieces
{
    public Outcome<ScalePicture>? Picture { get; set; }

    public Outcome<ReachFinding>? Reach { get; set; }

    public Outcome<ReachFinding>? ReachNextYear { get; set; }

    public Outcome<BordersFinding>? Borders { get; set; }

    public Outcome<CompositionFinding>? Composition { get; set; }

    public Outcome<ScanFinding>? Scan { get; set; }

    public Outcome<LocalFinding>? Local { get; set; }

    public Outcome<BespokeFinding>? Bespoke { get; set; }

    public Outcome<StabilityFinding>? Stability { get; set; }

    public EdgeView? Edge { get; set; }

    public WiderView? Wider { get; set; }

    /// <summary>Titles of the figures that say who lives there, by id.</summary>
    public Dictionary<string, string[]> Titles { get; set; } = [];

    internal EvidencePieces With(EvidencePieces other) => new()
    {
        Picture = Picture ?? other.Picture,
        Reach = Reach ?? other.Reach,
        ReachNextYear = ReachNextYear ?? other.ReachNextYear,
        Borders = Borders ?? other.Borders,
        Composition = Composition ?? other.Composition,
        Scan = Scan ?? other.Scan,
        Local = Local ?? other.Local,
        Bespoke = Bespoke ?? other.Bespoke,
        Stability = Stability ?? other.Stability,
        Edge = Edge ?? other.Edge,
        Wider = Wider ?? other.Wider,
        Titles = new[] { Titles, other.Titles }.SelectMany(titles => titles).DistinctBy(title => title.Key).OrderBy(title => title.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
    };

    internal void Name(CatalogueFolder catalogue)
    {
        foreach (var id in new[] { Composition, Wider?.Composition }.SelectMany(part => part is not null && part.TryGet(out var found, out _) ? found.Covariates : []))
            Titles[id] = catalogue.Find(id) is { } known ? [known.TitleNl, known.TitleEn] : [id, id];
    }

    /// <summary>The whole, when no part is wanting.</summary>
    internal Outcome<Findings> Whole(string key) => Picture!.TryGet(out var picture, out var reason)
        ? new Findings(key, picture, Reach!, ReachNextYear!, Borders!, Composition!, Scan!, Local!, Bespoke!, Stability!, Edge!, Wider)
        {
            CovariateTitles = Titles.ToDictionary(title => title.Key, title => (title.Value[0], title.Value[1]), StringComparer.Ordinal),
        }
        : reason;
}
