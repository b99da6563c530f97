// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Analysis;
using Schakel.Catalogue;
using Schakel.Catalogue.Sources;
using Schakel.Workspace.Texts;

namespace Schakel.Cli.Inputs;

/// <summary>Reads the one table that an option names.</summary>
internal static class TableReader
{
    /// <summary>Reads <c>FILE[:LAYER]</c>.</summary>
    /// <param name="run">The run.</param>
    /// <param name="option">The option, for messages: <c>--areas</c>.</param>
    /// <param name="text">What was typed after it.</param>
    /// <param name="columns">Only these columns; null = all.</param>
    /// <param name="geometry">Whether the areas are needed: then a layer with geometry is preferred.</param>
    internal static Outcome<SourceTable> Read(Run run, string option, string text, string[]? columns = null, bool geometry = false)
    {
        var (path, layer) = SourceFile.Split(text);
        if (!SourceFile.Read(path, new ReadOptions { Layer = layer, Columns = columns, Geometry = geometry }, run.Cancel).TryGet(out var tables, out var reason))
            return reason;
        if (tables.Count == 0)
            return new Refusal("no-rows", "There is no table in this file.", path);

        var candidates = geometry ? tables.Where(table => table.Geometries is not null).ToList() : [.. tables];
        if (candidates.Count == 0)
            return new Refusal("no-geometry", "No layer of this file holds areas.", path) { Expected = "a map with polygons" };
        if (candidates.Count == 1)
            return candidates[0];

        var layers = string.Join(", ", candidates.Select(table => table.Layer));
        return WrongUse.With("choose-layer", $"{path} has several layers. Choose one: {option} {path}:LAYER, with LAYER one of {layers}.", path, option, layers);
    }

    /// <summary>Remembers the file for the provenance, and passes on what the reader noticed.</summary>
    internal static void Remember(Run run, SourceTable table)
    {
        run.Reads(new InputFile(table.Path, table.Layer, table.Sha256, table.RowCount));
        foreach (var note in table.Notes)
            run.Note(PhraseTexts.Of(note, run.Language));
    }
}
