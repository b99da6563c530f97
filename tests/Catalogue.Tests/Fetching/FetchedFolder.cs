// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Fetching;
using Schakel.Catalogue.Fetching.Transport;
using Schakel.Catalogue.Storage;
using Schakel.Catalogue.Tests.Fetching.Replay;
using Schakel.Catalogue.Tests.Storage;

namespace Schakel.Catalogue.Tests.Fetching;

/// <summary>Downloads and the catalogue made of them, in a folder of their own.</summary>
internal sealed class FetchedFolder : IDisposable
{
    private readonly string root = System.IO.Directory.CreateTempSubdirectory("schakel fetch ").FullName;

    internal string Downloads => Path.Combine(root, "downloads");

    internal string Catalogue => Path.Combine(root, "catalogue");

    /// <summary>The manners of a guest in a hurry: tests do not wait for seconds.</summary>
    internal static Manners Hurried { get; } = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(4),
        Patience = TimeSpan.FromSeconds(20),
        PatienceBetweenPieces = TimeSpan.FromSeconds(10),
    };

    internal FetchRequest Request(ReplayServer server, int year = 2024, params string[] gemeenten) => new(gemeenten.Length == 0 ? [SmallCountry.Town] : gemeenten, year, Downloads)
    {
        BaseAddress = server.Address,
        Manners = Hurried,
    };

    /// <summary>What came, or the first reason when nothing did.</summary>
    internal static async Task<Outcome<FetchReport>> Try(FetchRequest request)
    {
        var report = ImportedFolder.Answer(await Fetch.Run(request, null, TestContext.Current.CancellationToken));
        return report.Files.Count > 0 ? report : report.Refused[0];
    }

    internal static async Task<FetchReport> Get(FetchRequest request) => ImportedFolder.Answer(await Try(request));

    internal ImportReport Import(FetchReport fetched) => ImportedFolder.Answer(CatalogueImport.Run(fetched.Files, Catalogue, null, TestContext.Current.CancellationToken));

    internal CatalogueFolder Open() => ImportedFolder.Answer(CatalogueFolder.Open(Catalogue));

    /// <summary>Every file of the catalogue with its bytes; where the downloads lay is no part of it.</summary>
    internal SortedDictionary<string, string> Bytes() => new(
        System.IO.Directory.GetFiles(Catalogue).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ToDictionary(
            file => Path.GetFileName(file), file => file.EndsWith(".json", StringComparison.Ordinal) ? File.ReadAllText(file).Replace(root, "", StringComparison.Ordinal) : Convert.ToBase64String(File.ReadAllBytes(file)), StringComparer.Ordinal), StringComparer.Ordinal);

    public void Dispose() => System.IO.Directory.Delete(root, recursive: true);
}
