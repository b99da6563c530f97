// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Schakel.Catalogue.Storage;
using Schakel.Workspace.Studies;

namespace Schakel.Workspace.Evidence;

/// <summary>Names the evidence by everything it depends on: same name, same figures.</summary>
internal static class EvidenceKey
{
    // Raise this when a figure changes for the same data and question.
    private const int MethodVersion = 1;

    internal static string Of(CatalogueFolder catalogue, StudyQuestion question, EvidenceOptions options)
    {
        var text = string.Join('\n',
            string.Create(CultureInfo.InvariantCulture, $"evidence, version {MethodVersion}"), catalogue.Fingerprint, question.Indicator,
            string.Create(CultureInfo.InvariantCulture, $"{question.Year} {question.Seed}"), question.Within, question.Finest,
            question.Levels is null ? "" : string.Join(',', question.Levels), string.Join(',', options.Covariates));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
