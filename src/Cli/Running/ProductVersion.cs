// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Reflection;

namespace Schakel.Cli.Running;

/// <summary>The version as people and provenance name it: 0.1.0, without a build number.</summary>
internal static class ProductVersion
{
    internal static string Text { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
