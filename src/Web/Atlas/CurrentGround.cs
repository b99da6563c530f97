// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue.Storage;

namespace Schakel.Web.Atlas;

/// <summary>The catalogue that is being served. After an import the next request sees the new state; running requests keep the old one.</summary>
public class CurrentGround(string? directory)
{
    private static readonly Reason noFolder = new("no-catalogue", "No folder was given; start with --data FOLDER.");

    private readonly Lock opening = new();
    private (DateTime Written, long Length)? seen;
    private Outcome<IGround>? ground;

    /// <summary>The folder as the user named it.</summary>
    public string? Directory => directory;

    /// <summary>The ground, or <c>no-catalogue</c>, <c>catalogue-damaged</c>.</summary>
    public virtual Outcome<IGround> Ask()
    {
        if (directory is null)
            return noFolder;

        // An import replaces the manifest as its last step, so its time and length tell whether there is something new.
        var manifest = new FileInfo(Path.Combine(directory, "manifest.json"));
        (DateTime, long)? found = manifest.Exists ? (manifest.LastWriteTimeUtc, manifest.Length) : null;
        lock (opening)
        {
            if (ground is null || found != seen)
            {
                ground = CatalogueFolder.Open(directory).TryGet(out var catalogue, out var reason)
                    ? new Outcome<IGround>(new CatalogueGround(catalogue, directory))
                    : new Outcome<IGround>(reason);
                seen = found;
            }

            return ground;
        }
    }
}
