// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Xml.Linq;
using Schakel.Writers.GeoPackages;

namespace Schakel.Workspace.Exports;

/// <summary>How QGIS draws a layer of an export: one style a figure, in five shades of one colour; areas without a figure stay pale.</summary>
/// <remarks>Shades and not green to red: no neighbourhood is good or bad. Classes hold about as many areas each.</remarks>
internal static class MapStyles
{
    private const int MostStyles = 60, MostWords = 12;

    private const string Pale = "#f0efec";

    private static readonly string[] shades = ["#e3edf2", "#b5d0de", "#7fabc3", "#437f9f", "#16506e"];
    private static readonly string[] hues = ["#16506e", "#d08a2e", "#7a9a5a", "#8a5a83", "#b5d0de", "#5b5b5b", "#c7a98b", "#437f9f", "#a44a3f", "#dfc27d", "#80b1a5", "#cab2d6"];

    internal static IEnumerable<LayerStyle> Of(ExportLayer layer, ExportRequest words)
    {
        // A result is what the file was asked for; then rates; numbers of people say mostly where many people live.
        var ordered = layer.Columns.Where(column => column.Present > 0 && Drawable(column))
            .OrderBy(column => column.Year is null ? column.Words is null ? 1 : 0 : column.IsCount ? 3 : 2).Take(MostStyles);
        var isFirst = true;
        foreach (var column in ordered)
        {
            var classes = ClassesOf(column, Proof(column, layer), words).ToArray();
            yield return new LayerStyle(layer.Level.Id, Short(column.Name), Qml(classes), Sld(layer.Level.Id, column, classes)) { IsDefault = isFirst, Description = column.Title };
            isFirst = false;
        }
    }

    private static bool Drawable(ExportColumn column) => column.Words is null || column.Words.Where(word => word is not null).Distinct(StringComparer.Ordinal).Count() <= MostWords;

    // What cannot be told from chance has no colour on a map of clusters.
    private static string? Proof(ExportColumn column, ExportLayer layer) =>
        column.Name.EndsWith("_quadrant", StringComparison.Ordinal) && layer.Columns.FirstOrDefault(other => other.Name == column.Name[..^"quadrant".Length] + "significant") is { } proof ? proof.Name : null;

    private static IEnumerable<MapClass> ClassesOf(ExportColumn column, string? proof, ExportRequest words)
    {
        var field = $"\"{column.Name}\"";
        if (column.Words is { } texts)
        {
            var only = proof is null ? "" : $" AND \"{proof}\" = 1";
            foreach (var (i, word) in texts.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index())
                yield return new MapClass(word, hues[i], $"{field} = '{word.Replace("'", "''", StringComparison.Ordinal)}'{only}", Word: word, Proof: proof);
            if (proof is not null)
                yield return new MapClass(words.Say("niet te onderscheiden van toeval", "cannot be told from chance"), "#dcdad5", $"\"{proof}\" = 0", Proof: proof);
        }
        else
        {
            var limits = Limits(column.Numbers!);
            for (var i = 0; i + 1 < limits.Length; i++)
            {
                var (low, high, last) = (limits[i], limits[i + 1], i + 2 == limits.Length);
                yield return new MapClass(
                    $"{Readable(low, words)} – {Readable(high, words)}", shades[limits.Length == 2 ? 2 : i * (shades.Length - 1) / (limits.Length - 2)],
                    string.Create(CultureInfo.InvariantCulture, $"{field} >= {low:R} AND {field} {(last ? "<=" : "<")} {high:R}"), low, high, last);
            }
        }
        yield return new MapClass(words.Say("geen cijfer", "no figure"), Pale, $"{field} IS NULL");
    }

    /// <summary>Limits of at most five classes of equal numbers of areas, rising.</summary>
    private static double[] Limits(double[] numbers)
    {
        var sorted = numbers.Where(number => !double.IsNaN(number)).Order().ToArray();
        var limits = Enumerable.Range(0, shades.Length + 1).Select(i => sorted[Math.Min(sorted.Length - 1, i * sorted.Length / shades.Length)]).Distinct().ToArray();
        return limits.Length > 1 ? limits : [limits[0], limits[0]];
    }

    private static string Readable(double number, ExportRequest words) => Texts.ReadableNumber.Significant(number, words.Language);

    private static string Short(string name) => name.Length <= 30 ? name : name[..30];

    private static string Qml(MapClass[] classes) => new XElement("qgis", new XAttribute("version", "3.22.0"), new XAttribute("styleCategories", "Symbology"),
        new XElement("renderer-v2", new XAttribute("type", "RuleRenderer"), new XAttribute("forceraster", "0"), new XAttribute("symbollevels", "0"), new XAttribute("enableorderby", "0"),
            new XElement("rules", new XAttribute("key", "{00000000-0000-0000-0000-000000000000}"), classes.Select((each, i) => new XElement("rule",
                new XAttribute("key", string.Create(CultureInfo.InvariantCulture, $"{{00000000-0000-0000-0000-{i + 1:D12}}}")), new XAttribute("symbol", i), new XAttribute("label", each.Label), new XAttribute("filter", each.Filter)))),
            new XElement("symbols", classes.Select((each, i) => new XElement("symbol", new XAttribute("type", "fill"), new XAttribute("name", i), new XAttribute("alpha", "1"),
                new XAttribute("clip_to_extent", "1"), new XAttribute("force_rhr", "0"), new XElement("layer", new XAttribute("class", "SimpleFill"), new XAttribute("enabled", "1"), new XAttribute("locked", "0"), new XAttribute("pass", "0"),
                    Properties(("color", Rgb(each.Colour)), ("outline_color", "255,255,255,255"), ("outline_style", "solid"), ("outline_width", "0.16"), ("outline_width_unit", "MM"), ("style", "solid"))))))))
        .ToString(SaveOptions.DisableFormatting);

    // QGIS before 3.26 reads the first form, later ones the second.
    private static IEnumerable<XElement> Properties(params (string Key, string Value)[] properties) =>
    [
        .. properties.Select(property => new XElement("prop", new XAttribute("k", property.Key), new XAttribute("v", property.Value))),
        new XElement("Option", new XAttribute("type", "Map"), properties.Select(property => new XElement("Option", new XAttribute("type", "QString"), new XAttribute("name", property.Key), new XAttribute("value", property.Value)))),
    ];

    private static string Rgb(string hex) => string.Join(',', Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + (2 * i), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture))) + ",255";

    private static string Sld(string layer, ExportColumn column, MapClass[] classes)
    {
        XNamespace sld = "http://www.opengis.net/sld", ogc = "http://www.opengis.net/ogc";
        XElement Compare(string kind, double limit) => new(ogc + kind, new XElement(ogc + "PropertyName", column.Name), new XElement(ogc + "Literal", limit.ToString("R", CultureInfo.InvariantCulture)));
        XElement Equal(string name, string value) => new(ogc + "PropertyIsEqualTo", new XElement(ogc + "PropertyName", name), new XElement(ogc + "Literal", value));
        XElement Filter(MapClass each) => new(ogc + "Filter", each switch
        {
            { Word: { } word, Proof: { } proof } => new XElement(ogc + "And", Equal(column.Name, word), Equal(proof, "1")),
            { Proof: { } proof } => Equal(proof, "0"),
            { Word: { } word } => Equal(column.Name, word),
            { Low: { } low, High: { } high } => new XElement(ogc + "And", Compare("PropertyIsGreaterThanOrEqualTo", low), Compare(each.IsLast ? "PropertyIsLessThanOrEqualTo" : "PropertyIsLessThan", high)),
            _ => new XElement(ogc + "PropertyIsNull", new XElement(ogc + "PropertyName", column.Name)),
        });
        return new XElement(sld + "StyledLayerDescriptor", new XAttribute("version", "1.0.0"), new XAttribute(XNamespace.Xmlns + "ogc", ogc),
            new XElement(sld + "NamedLayer", new XElement(sld + "Name", layer), new XElement(sld + "UserStyle", new XElement(sld + "Title", column.Title), new XElement(sld + "FeatureTypeStyle",
                classes.Select(each => new XElement(sld + "Rule", new XElement(sld + "Name", each.Label), Filter(each), new XElement(sld + "PolygonSymbolizer",
                    new XElement(sld + "Fill", Parameter(sld, "fill", each.Colour)), new XElement(sld + "Stroke", Parameter(sld, "stroke", "#ffffff"), Parameter(sld, "stroke-width", "0.5")))))))))
            .ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Parameter(XNamespace sld, string name, string value) => new(sld + "CssParameter", new XAttribute("name", name), value);

    private sealed record MapClass(string Label, string Colour, string Filter, double? Low = null, double? High = null, bool IsLast = false, string? Word = null, string? Proof = null);
}
