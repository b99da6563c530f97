// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Schakel.Web.Ogc;

/// <summary>The description of this part of the site. Its parameters are read by hand (the standard wants a refusal of any other), so they are described by hand.</summary>
internal static class OgcDescription
{
    internal static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.ShouldInclude = described => described.GroupName == OgcEndpoints.Document;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Schakel, OGC API Features", Version = "1.0.0", Description = "Areas and figures for a GIS. Rates are fractions.", License = new() { Name = "EUPL-1.2" } };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Parameters ??= [];
            var path = context.Description.RelativePath ?? "";
            var names = path.EndsWith("/items", StringComparison.Ordinal) ? GetFeatures.Parameters : path.Contains("{featureId}", StringComparison.Ordinal) ? ["crs"] : [];
            foreach (var name in names.Concat(["f", "lang"]))
                operation.Parameters.Add(Parameter(name));
            return Task.CompletedTask;
        });
    }

    private static OpenApiParameter Parameter(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Query,
        Required = false,
        // Numbers of a box stand in one parameter, with commas.
        Style = ParameterStyle.Form,
        Explode = false,
        Description = name switch
        {
            "limit" => "Most features in one answer.",
            "offset" => "Features to skip.",
            "bbox" => "west,south,east,north: only features that touch this box.",
            "bbox-crs" => "Coordinate system of bbox; default CRS84.",
            "crs" => "Coordinate system of the answer; default CRS84.",
            "datetime" => "Moment or interval; only features of a year in it.",
            "f" => "Form of the answer.",
            _ => "Language of titles and refusals.",
        },
        Schema = Schema(name),
    };

    private static OpenApiSchema Schema(string name) => name switch
    {
        "limit" => new() { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = OgcQuery.MostAtOnce.ToString(CultureInfo.InvariantCulture), Default = JsonValue.Create(OgcQuery.DefaultLimit) },
        "offset" => new() { Type = JsonSchemaType.Integer, Minimum = "0", Default = JsonValue.Create(0) },
        "bbox" => new() { Type = JsonSchemaType.Array, MinItems = 4, MaxItems = 6, Items = new OpenApiSchema { Type = JsonSchemaType.Number } },
        "bbox-crs" or "crs" => new() { Type = JsonSchemaType.String, Format = "uri", Enum = [.. CoordinateReference.All.Select(each => JsonValue.Create(each.Uri))] },
        "f" => new() { Type = JsonSchemaType.String, Enum = [JsonValue.Create("json"), JsonValue.Create("html")] },
        "lang" => new() { Type = JsonSchemaType.String, Enum = [JsonValue.Create("nl"), JsonValue.Create("en")] },
        _ => new() { Type = JsonSchemaType.String },
    };
}
