// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Runtime.CompilerServices;
using Schakel.Web.Atlas;
using Schakel.Workspace.Studies;

namespace Schakel.Web.Api;

/// <summary>Which areas of a picture are withheld from programs, which anyone may run. Worked out once for a picture, and forgotten with it.</summary>
internal static class PublicFigures
{
    private static readonly ConditionalWeakTable<ScalePicture, IReadOnlyDictionary<string, IReadOnlySet<string>>> known = [];
    private static readonly IReadOnlySet<string> none = new HashSet<string>();

    internal static IReadOnlySet<string> Withheld(IGround ground, ScalePicture picture, StudyLevel level) =>
        known.GetValue(picture, asked => ground.Withheld(asked.Indicator, asked.Year)).GetValueOrDefault(level.Level.Id, none);
}
