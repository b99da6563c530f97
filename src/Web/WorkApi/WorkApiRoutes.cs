// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Web.WorkApi;

/// <summary>Everything of the workspace for programs, by the rules of the screens: the same use cases behind other addresses.</summary>
internal static class WorkApiRoutes
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        OpgavenApi.Map(routes);
        OpgavePartsApi.Map(routes);
        JudgementsApi.Map(routes);
    }
}
