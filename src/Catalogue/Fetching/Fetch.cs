// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net;
using Schakel.Analysis;
using Schakel.Catalogue.Storage;

namespace Schakel.Catalogue.Fetching;

/// <summary>
/// Downloads what CBS, PDOK, police and RIVM publish about a gemeente, to files that can be imported like any other. Answers are kept until
/// everything of a gemeente is there, so that a fetch that was broken off goes on where it was.
/// </summary>
public static class Fetch
{
    /// <summary>Fetches everything that is asked.</summary>
    /// <param name="request">What.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="cancel">Stops; what was downloaded serves the next time.</param>
    /// <returns>What came and what did not, even when that is everything; or <c>catalogue-busy</c>: another fetch is at work there.</returns>
    public static async Task<Outcome<FetchReport>> Run(FetchRequest request, IProgress<Progress>? progress, CancellationToken cancel)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            MaxConnectionsPerServer = request.Manners.Connections,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        });
        return await Run(request, http, progress, cancel).ConfigureAwait(false);
    }

    /// <summary>The same over a given transport.</summary>
    internal static async Task<Outcome<FetchReport>> Run(FetchRequest request, HttpMessageInvoker http, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var publishers = Publisher.All.Where(publisher => request.Publishers.Count == 0 || request.Publishers.Contains(publisher.Id)).ToList();
        var isNew = !Directory.Exists(request.Folder);
        Directory.CreateDirectory(request.Folder);
        if (!FolderLock.Take(request.Folder).TryGet(out var folderLock, out var busy))
            return busy;

        var files = new List<string>();
        var refused = new List<Refusal>();
        var notes = new List<string>();
        using (folderLock)
        {
            for (var i = 0; i < request.Gemeenten.Count; i++)
            {
                var one = new GemeenteFetch(request, request.Gemeenten[i], http, (step, share) => progress?.Report(new Progress(step, (i + share) / request.Gemeenten.Count)));
                await one.All(publishers, files, refused, notes, cancel).ConfigureAwait(false);
            }
            if (isNew && Directory.EnumerateFiles(request.Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Take(2).Count() == 1)
                LeaveNoFolder(request.Folder, folderLock);
        }
        return new FetchReport(files, refused, [.. notes.Distinct(StringComparer.Ordinal)]);
    }

    // The lock is the only file in it.
    private static void LeaveNoFolder(string folder, FolderLock folderLock)
    {
        folderLock.Delete();
        Directory.Delete(folder, recursive: true);
    }
}
