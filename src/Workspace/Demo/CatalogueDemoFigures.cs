// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Evidence;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Demo;

/// <summary>The figures of the demo town, from the catalogue it was imported into.</summary>
public sealed class CatalogueDemoFigures(CatalogueFolder catalogue, CancellationToken cancel) : IDemoFigures
{
    private const string Residents = "aantal_inwoners", Dwellings = "woningen";

    private readonly Dictionary<string, (string Name, int? Residents, int? Dwellings, SignalPoint? Middle)> areas = Read(catalogue);

    public EvidenceFigures? EvidenceOn(string indicator)
    {
        if (catalogue.Indicators.All(known => known.Id != indicator))
            return null;
        return EvidenceStudy.Run(catalogue, new StudyQuestion(indicator), null, cancel).TryGet(out var findings, out _) ? EvidenceFromFindings.Of(findings) : null;
    }

    public Measuring.ICountedAreas Counted { get; } = new Measuring.CountedCatalogue(catalogue);

    public string? NameOf(string areaCode) => areas.TryGetValue(areaCode, out var area) ? area.Name : null;

    public int? ResidentsOf(string areaCode) => areas.GetValueOrDefault(areaCode).Residents;

    public int? DwellingsOf(string areaCode) => areas.GetValueOrDefault(areaCode).Dwellings;

    public SignalPoint? MiddleOf(string areaCode) => areas.GetValueOrDefault(areaCode).Middle;

    private static Dictionary<string, (string, int?, int?, SignalPoint?)> Read(CatalogueFolder catalogue)
    {
        var areas = new Dictionary<string, (string, int?, int?, SignalPoint?)>(StringComparer.Ordinal);
        foreach (var level in catalogue.Levels.Select(level => level.Level.Id).Where(level => level != "cell"))
        {
            if (!catalogue.Areas(level, null).TryGet(out var layer, out _))
                continue;
            var (residents, dwellings) = (Numbers(catalogue, Residents, layer), Numbers(catalogue, Dwellings, layer));
            var boundaries = catalogue.Boundaries(layer);
            for (var i = 0; i < layer.Codes.Length; i++)
                areas[layer.Codes[i]] = (
                    layer.Names[i], residents[i], dwellings[i],
                    boundaries[i]?.InteriorPoint is { IsEmpty: false } inside ? new SignalPoint((int)Math.Round(inside.X), (int)Math.Round(inside.Y)) : null);
        }

        return areas;
    }

    private static int?[] Numbers(CatalogueFolder catalogue, string indicator, Catalogue.Areas.AreaLayer layer)
    {
        var year = catalogue.Indicators.FirstOrDefault(known => known.Id == indicator)?.Years.DefaultIfEmpty().Max();
        if (year is not > 0 || !catalogue.Values(indicator, layer, year.Value).TryGet(out var values, out _))
            return new int?[layer.Codes.Length];
        return [.. Enumerable.Range(0, layer.Codes.Length).Select(i => values.Missing[i] == MissingReason.Present ? (int?)Math.Round(values.Values[i]) : null)];
    }
}
