// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Schakel.Web.Api;
using Schakel.Web.Security;

namespace Schakel.Web.Ogc;

/// <summary>OGC API – Features 1.0, parts 1 and 2: what QGIS and other GIS programs read.</summary>
internal static class OgcEndpoints
{
    /// <summary>Name of the description of this part: OpenAPI 3.0, as the standard asks.</summary>
    internal const string Document = "ogc";

    internal static void AddOgc(this IServiceCollection services)
    {
        services.AddSingleton<FeatureSets>();
        services.AddOpenApi(Document, OgcDescription.Describe);
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        var ogc = routes.MapGroup("/ogc/v1").WithTags("OGC API Features").OpenToAll().WithGroupName(Document).ReadByAnySite().SameAnswerOnce();
        ogc.MapGet("", GetLandingPage.Handle).WithName("GetLandingPage").WithSummary("Where a GIS begins.");
        ogc.MapGet("/conformance", GetLandingPage.HandleConformance).WithName("GetConformance").WithSummary("What this server conforms to.");
        ogc.MapGet("/api", Description).WithName("GetApiDescription").WithSummary("This description, in OpenAPI 3.0.");
        ogc.MapGet("/collections", GetCollections.HandleAll).WithName("GetCollections").WithSummary("Areas by level, and figures by area.");
        ogc.MapGet("/collections/{collectionId}", GetCollections.HandleOne).WithName("GetCollection").WithSummary("One collection.");
        ogc.MapGet("/collections/{collectionId}/items", GetFeatures.HandleAll).WithName("GetFeatures").WithSummary("Features of a collection: GeoJSON, at most a thousand at once.");
        ogc.MapGet("/collections/{collectionId}/items/{featureId}", GetFeatures.HandleOne).WithName("GetFeature").WithSummary("One feature.");
    }

    private static async Task<IResult> Description(HttpContext http, [FromKeyedServices(Document)] IOpenApiDocumentProvider description)
    {
        var document = await description.GetOpenApiDocumentAsync(http.RequestAborted);
        return TypedResults.Bytes(System.Text.Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, http.RequestAborted)), OgcLinks.OpenApi);
    }
}
