// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Analysis;
using Schakel.Web.Atlas;
using Schakel.Workspace.Exports;

namespace Schakel.Web.Exports;

/// <summary>What the address of a download asks, checked against what is loaded.</summary>
/// <param name="Format">The form.</param>
/// <param name="Request">For the use case: always for publication, for everybody may read here.</param>
/// <param name="FileName">Without the ending.</param>
public sealed record ExportQuestion(ExportFormat Format, ExportRequest Request, string FileName)
{
    /// <summary>Areas of all levels together, from which a reader must choose a figure or a place: all of both would keep the server busy for a minute.</summary>
    internal const int MostAreasAtOnce = 2_000;

    /// <summary>Whether all figures of all areas may be asked at once.</summary>
    internal static bool AllAtOnce(IGround ground) => ground.Levels.Where(level => level.Level.Id != "cell").Sum(level => level.Areas) <= MostAreasAtOnce;

    /// <summary>Reads the address; <c>bad-query</c> when it asks for what is not there, <c>export-ask-less</c> when it asks for everything of a whole country.</summary>
    internal static Outcome<ExportQuestion> Read(HttpRequest request, string format, IGround ground)
    {
        var texts = AtlasQuestion.TextsOf(request);
        if (ExportFormat.ById(format) is not { } form)
            return AtlasQuestion.Bad("format", format, string.Join(", ", ExportFormat.All.Select(known => known.Id)));

        var indicator = Given(request, "cijfer");
        if (indicator is not null && ground.Indicators.All(known => known.Id != indicator || known.Years.Count == 0))
            return AtlasQuestion.Bad("indicator", indicator, string.Join(", ", AtlasQuestion.Comparable(ground).Take(8).Select(known => known.Id)));
        int? year = null;
        if (Given(request, "jaar") is { } asked)
        {
            if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return AtlasQuestion.Bad("year", asked);
            year = number;
        }
        var place = Given(request, "plek");
        if (place is not null && PlaceChoices.Find(ground, place) is null)
            return AtlasQuestion.Bad("place", place, PlaceChoices.Example(ground));
        var level = Given(request, "schaal");
        if (level is not null && ground.Levels.All(known => known.Level.Id != level))
            return AtlasQuestion.Bad("level", level, string.Join(", ", ground.Levels.Select(known => known.Level.Id)));
        if (indicator is null && place is null && !AllAtOnce(ground))
            return new Reason("export-ask-less", "All figures of all areas are too much at once. Choose a figure or a place.");

        var export = new ExportRequest
        {
            Levels = level is null ? null : [level],
            Indicators = indicator is null ? null : [indicator],
            Years = year is { } one ? [one] : null,
            Within = place,
            Publish = true,
            Language = texts.Language,
        };
        return new ExportQuestion(form, export, NameOf(indicator, year, place, level));
    }

    private static string NameOf(string? indicator, int? year, string? place, string? level) =>
        string.Join('-', new[] { indicator ?? "cijfers", year is > 0 ? year.Value.ToString(CultureInfo.InvariantCulture) : null, place, level }.Where(part => part is not null)
            .Select(part => string.Concat(part!.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter : '_'))));

    private static string? Given(HttpRequest request, string name) => request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } value, ..] ? value : null;
}
