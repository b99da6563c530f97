// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Catalogue.Storage;
using Schakel.Voorbeeldstad;

namespace Schakel.Workspace.Tests.Voorbeeldstad;

/// <summary>The demo town, written and imported once for all tests that only read it.</summary>
public sealed class ImportedTown : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("voorbeeldstad ").FullName;

    public ImportedTown()
    {
        Truth = Town.Write(Path.Combine(folder, "de stad"), 2009);
        Assert.True(CatalogueImport.Run([Path.Combine(folder, "de stad")], Path.Combine(folder, "catalogus"), null, CancellationToken.None).TryGet(out var report, out var reason), reason?.Detail);
        Report = report;
        Assert.True(CatalogueFolder.Open(Path.Combine(folder, "catalogus")).TryGet(out var catalogue, out reason), reason?.Detail);
        Catalogue = catalogue;
    }

    public TownTruth Truth { get; }

    public ImportReport Report { get; }

    public CatalogueFolder Catalogue { get; }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
