// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Catalogue.Sources;
using Schakel.Cli.Answers;

namespace Schakel.Cli.Inputs;

/// <summary>Reads the one table that an option names, and remembers the file for the provenance.</summary>
internal static class TableReader
{
    /// <summary>Reads <c>FILE[:LAYER]</c>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="option">The option, for messages: <c>--areas</c>.</param>
    /// <param name="text">What was typed after it.</param>
    /// <param name="geometry">Whether the areas are needed: then a layer with geometry is preferred.</param>
    internal static Outcome<SourceTable> Read(Run run, string option, string text, bool geometry)
    {
        var (path, layer) = SourceFile.Split(text);
        var read = run.Stages.Measure("read", () => SourceFile.Read(path, new ReadOptions { Layer = layer, Geometry = geometry }, run.Cancel));
        if (!read.TryGet(out var tables, out var reason))
            return reason;
        if (tables.Count == 0)
            return new Refusal("no-rows", "There is no table in this file.", path);

        var candidates = geometry ? tables.Where(table => table.Geometries is not null).ToList() : [.. tables];
        if (candidates.Count == 0)
            return new Refusal("no-geometry", "No layer of this file holds areas.", path) { Expected = "a map with polygons" };
        if (candidates.Count > 1)
        {
            var layers = string.Join(", ", candidates.Select(table => table.Layer));
            return WrongUse.With("choose-layer", $"{path} has several layers. Choose one: {option} {path}:LAYER, with LAYER one of {layers}.", path, option, layers);
        }

        var table = candidates[0];
        run.Reads(new InputFile(path, layer, table.Sha256, table.RowCount));
        foreach (var note in table.Notes)
            run.Note(note);
        return table;
    }
}
