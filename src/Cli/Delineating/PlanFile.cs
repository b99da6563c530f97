// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Text;
using Schakel.Analysis;
using Schakel.Writers;

namespace Schakel.Cli.Delineating;

/// <summary>Writes proposals to a file, in one piece or not at all.</summary>
internal static class PlanFile
{
    private static readonly string[] extensions = [".gpkg", ".csv"];

    /// <summary>Why nothing can be written there; asked before the work begins.</summary>
    internal static Reason? Refuse(string option, string file)
    {
        if (!extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            return WrongUse.With("out-format", $"{option}: '{file}' is no file that can be written. Give a name that ends on .gpkg or .csv.", option, file);
        if (Directory.Exists(file))
            return WrongUse.With("out-is-a-folder", $"{option}: '{file}' is a folder.", option, file);
        if (!Directory.Exists(FolderOf(file)))
            return WrongUse.With("out-without-folder", $"{option}: there is no folder '{FolderOf(file)}'.", option, FolderOf(file));

        // Rather a disk that cannot be written now than after minutes of searching.
        using var trial = new NewFile(file);
        trial.Open().Dispose();
        return null;
    }

    /// <summary>Why these units cannot be drawn in that file.</summary>
    internal static Reason? Refuse(string option, string file, Ground ground)
    {
        if (!IsMap(file))
            return null;
        return ground.Shapes is null ? WrongUse.With("out-without-map", $"{option}: without a map there is nothing to draw. Give a name that ends on .csv.", option)
            : !PlanMap.CanDraw(ground) ? WrongUse.With("out-other-system", $"{option}: a GeoPackage is written in EPSG:28992, but the areas are in EPSG:{ground.Srid}. Give a name that ends on .csv.", option, ground.Srid)
            : null;
    }

    internal static int Write(Run run, string file, Plans plans)
    {
        if (IsMap(file))
            PlanMap.Write(run, file, plans);
        else
            WriteTable(file, plans);
        return plans.Found.Proposals.Count;
    }

    private static void WriteTable(string file, Plans plans)
    {
        using var made = new NewFile(file);
        using (var stream = made.Open())
        {
            var text = new StringBuilder("id,area");
            for (var proposal = 1; proposal < plans.Found.Proposals.Count; proposal++)
                text.Append(',').Append(AreaColumn(proposal));
            for (var unit = 0; unit < plans.Ground.Ids.Length; unit++)
            {
                text.Append('\n').Append(Quoted(plans.Ground.Ids[unit]));
                foreach (var proposal in plans.Found.Proposals)
                    text.Append(',').Append(Plans.NameOf(proposal.Assignment[unit]));
            }

            stream.Write(new UTF8Encoding(false).GetBytes(text.Append('\n').ToString()));
        }

        made.Place();
    }

    /// <summary>The first proposal stands in <c>area</c>, so that the file is an assignment as it is; the others in <c>area2</c> and on.</summary>
    private static string AreaColumn(int proposal) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"area{proposal + 1}");

    private static string Quoted(string id) => id.AsSpan().ContainsAny(",;\"\n\r") ? $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : id;

    internal static bool IsMap(string file) => string.Equals(Path.GetExtension(file), ".gpkg", StringComparison.OrdinalIgnoreCase);

    private static string FolderOf(string file) => Path.GetDirectoryName(Path.GetFullPath(file))!;
}
