// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Microsoft.AspNetCore.OpenApi;

namespace Schakel.Web.Api;

internal static class ApiDescription
{
    internal static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info = new()
        {
            Title = "Schakel",
            Version = "1",
            Description = "At which scales do differences show? Figures with their uncertainty, source and year. "
                + "Rates, shares and probabilities are fractions. Refusals are problem documents (RFC 9457) with type /problems/<code>.",
            License = new() { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
        };
        document.Servers?.Clear();
        return Task.CompletedTask;
    });
}
