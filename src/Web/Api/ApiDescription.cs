// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Schakel.Web.WorkApi;

namespace Schakel.Web.Api;

internal static class ApiDescription
{
    /// <summary>Raised when members or addresses are added (second number); none is ever taken away within /v1.</summary>
    internal const string Version = "1.2.0";

    internal static void Describe(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = SchemaNames.Of;
        Write(options);
    }

    private static void Write(OpenApiOptions options) => options.AddOperationTransformer(OperationDescription.Describe).AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new()
        {
            Title = "Schakel",
            Version = Version,
            Description = "At which scales do differences show? Figures with their uncertainty, source and year. "
                + "Rates, shares and probabilities are fractions. Refusals are problem documents (RFC 9457) with type /problems/<code>.",
            License = new() { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        OperationDescription.DescribeSignIn(document);
        document.Servers?.Clear();
        foreach (var answer in document.Paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []).SelectMany(operation => operation.Responses?.AsEnumerable() ?? []).Where(answer => answer.Key.StartsWith('2')).Select(answer => answer.Value).OfType<OpenApiResponse>())
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            answer.Headers["API-Version"] = new OpenApiHeader { Description = "Whole version of the API.", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }

        return Task.CompletedTask;
    });
}
