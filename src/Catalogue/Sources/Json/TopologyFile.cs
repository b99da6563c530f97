// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text.Json;
using NetTopologySuite.Geometries;
using Schakel.Catalogue.Columns;
using Schakel.Catalogue.Sources.Coordinates;
using Schakel.Catalogue.Sources.Geometries;

namespace Schakel.Catalogue.Sources.Json;

/// <summary>Reads TopoJSON: neighbours share the arcs of their borders, and each object is a layer.</summary>
internal sealed class TopologyFile
{
    private readonly JsonElement root;
    private readonly Coordinate[][] arcs;
    private readonly (double X, double Y) scale = (1, 1), move;
    private readonly bool quantised;
    private long feature;

    private TopologyFile(JsonElement root)
    {
        this.root = root;
        if (root.TryGetProperty("transform", out var transform) && transform.ValueKind == JsonValueKind.Object)
        {
            quantised = true;
            scale = Pair(Member(transform, "scale"));
            move = Pair(Member(transform, "translate"));
        }
        arcs = Arcs();
    }

    internal static List<TableDraft> Read(ReadOnlyMemory<byte> json, ReadOptions options, CancellationToken cancel)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonFile.Options.MaxDepth });
        var file = new TopologyFile(document.RootElement);
        if (!document.RootElement.TryGetProperty("objects", out var objects) || objects.ValueKind != JsonValueKind.Object)
            throw file.Bad("it has no objects");
        var names = objects.EnumerateObject().Select(layer => layer.Name).ToList();
        if (options.Layer is not null && !names.Exists(name => ColumnName.Plain(name) == ColumnName.Plain(options.Layer)))
            throw new InputRefused("no-such-layer", $"There is no layer '{options.Layer}' in the file.") { Layer = options.Layer, Value = options.Layer, Expected = string.Join(", ", names) };
        var drafts = objects.EnumerateObject()
            .Where(layer => options.Layer is null || ColumnName.Plain(layer.Name) == ColumnName.Plain(options.Layer))
            .Select(layer => file.Layer(layer.Name, layer.Value, options, cancel)).ToList();
        return drafts.Count > 0 ? drafts : throw file.Bad("it has no objects");
    }

    private TableDraft Layer(string name, JsonElement layer, ReadOptions options, CancellationToken cancel)
    {
        var draft = new TableDraft(name) { Crs = CrsName.Wgs84, CrsMayBeUndeclared = true };
        if (root.TryGetProperty("crs", out var crs) && crs.ValueKind == JsonValueKind.Object)
            (draft.Crs, draft.CrsMayBeUndeclared) = (JsonFile.Crs(crs), false);
        if (options.Geometry)
            draft.Geometries = [];
        var columns = new SparseColumns(draft, new ColumnChoice(options.Columns));
        feature = 0;
        var members = layer.ValueKind == JsonValueKind.Object && layer.TryGetProperty("geometries", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().ToList() : [layer];
        foreach (var member in members)
        {
            cancel.ThrowIfCancellationRequested();
            feature++;
            if (member.ValueKind != JsonValueKind.Object)
                throw Bad("a member of the layer is no geometry");
            if (options.Geometry)
                draft.Geometries!.Add(Shape(member));
            if (member.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
                foreach (var property in properties.EnumerateObject())
                    Add(columns.At(property.Name), property.Value);
            if (member.TryGetProperty("id", out var id))
                Add(columns.At("id"), id);
            draft.RowCount++;
        }
        columns.Complete();
        return draft;
    }

    private static void Add(ColumnBuilder? column, JsonElement value)
    {
        if (column is null)
            return;
        if (value.ValueKind == JsonValueKind.Number)
            column.AddNumber(value.GetDouble());
        else if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            column.AddNumber(value.ValueKind == JsonValueKind.True ? 1 : 0);
        else if (value.ValueKind == JsonValueKind.String)
            column.AddText(value.GetString()!);
        else if (value.ValueKind == JsonValueKind.Null)
            column.AddEmpty();
        else
            column.AddText(value.GetRawText());
    }

    private Geometry? Shape(JsonElement member)
    {
        var factory = WellKnownBinary.Factory;
        var type = member.TryGetProperty("type", out var kind) && kind.ValueKind == JsonValueKind.String ? kind.GetString() : null;
        Geometry? shape = type switch
        {
            null => null,
            "Polygon" => Polygon(ArcsOf(member)),
            "MultiPolygon" => factory.CreateMultiPolygon([.. List(ArcsOf(member)).Select(Polygon).Where(part => !part.IsEmpty)]),
            "LineString" => Line(ArcsOf(member)),
            "MultiLineString" => factory.CreateMultiLineString([.. List(ArcsOf(member)).Select(Line)]),
            "Point" => factory.CreatePoint(Position(Member(member, "coordinates"))),
            "MultiPoint" => factory.CreateMultiPointFromCoords([.. List(Member(member, "coordinates")).Select(Position)]),
            _ => throw Bad($"its type is '{type}'"),
        };
        return shape is null or { IsEmpty: true } ? null : shape;
    }

    private JsonElement ArcsOf(JsonElement member) => Member(member, "arcs");

    private JsonElement Member(JsonElement member, string name) => member.TryGetProperty(name, out var value) ? value : throw Bad($"it has no {name}");

    private List<JsonElement> List(JsonElement element) => element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : throw Bad("its arcs are not nested as its type asks for");

    private Polygon Polygon(JsonElement rings)
    {
        var all = List(rings).Select(ring => GeometryParts.Ring(Path(ring))).ToList();
        return all.Count == 0 ? WellKnownBinary.Factory.CreatePolygon() : GeometryParts.Polygon(all[0], all.Skip(1));
    }

    private LineString Line(JsonElement path)
    {
        var points = Path(path);
        return points.Length == 1 ? throw Bad("a line has one point") : WellKnownBinary.Factory.CreateLineString(points);
    }

    /// <summary>Joins arcs; a negative number is the arc ~n in reverse, and the first point of each next arc is the last of the one before.</summary>
    private Coordinate[] Path(JsonElement path)
    {
        var points = new List<Coordinate>();
        foreach (var number in List(path))
        {
            if (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var index))
                throw Bad("an arc number is no whole number");
            var arc = index < 0 ? ~index : index;
            if (arc >= arcs.Length)
                throw Bad($"it refers to arc {index}, and there are {arcs.Length}");
            IEnumerable<Coordinate> along = index < 0 ? arcs[arc].Reverse() : arcs[arc];
            if ((long)points.Count + arcs[arc].Length > 50_000_000)
                throw Bad("its border has more than 50 million points");
            points.AddRange(along.Skip(points.Count > 0 ? 1 : 0).Select(point => point.Copy()));
        }
        return [.. points];
    }

    private Coordinate[][] Arcs()
    {
        if (!root.TryGetProperty("arcs", out var all) || all.ValueKind != JsonValueKind.Array)
            throw Bad("it has no arcs");
        return [.. all.EnumerateArray().Select(Arc)];
    }

    private Coordinate[] Arc(JsonElement arc)
    {
        double x = 0, y = 0;
        var points = new List<Coordinate>();
        foreach (var point in List(arc))
        {
            var (dx, dy) = Pair(point);
            (x, y) = quantised ? (x + dx, y + dy) : (dx, dy);
            points.Add(Transformed(x, y));
        }
        return [.. points];
    }

    private Coordinate Position(JsonElement position)
    {
        var (x, y) = Pair(position);
        return Transformed(x, y);
    }

    private Coordinate Transformed(double x, double y)
    {
        (x, y) = (x * scale.X + move.X, y * scale.Y + move.Y);
        return double.IsFinite(x) && double.IsFinite(y) ? new Coordinate(x, y) : throw Bad("a coordinate is no finite number");
    }

    private (double X, double Y) Pair(JsonElement pair)
    {
        if (pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() >= 2 && pair[0].ValueKind == JsonValueKind.Number && pair[1].ValueKind == JsonValueKind.Number)
            return (pair[0].GetDouble(), pair[1].GetDouble());
        throw Bad("a position is no pair of numbers");
    }

    private InputRefused Bad(string what) => new("topology-damaged", $"The TopoJSON cannot be read: {what}.") { Row = feature > 0 ? feature : null, Expected = "a Topology with objects and arcs" };
}
