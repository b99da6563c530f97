// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using static Schakel.Writers.GeoPackages.SqliteWriter;

namespace Schakel.Writers.GeoPackages;

/// <summary>The R-tree of a layer (extension <c>gpkg_rtree_index</c>): what makes a map of all of the Netherlands open at once.</summary>
/// <remarks>The triggers are those of version 1.3 of the standard, annex F.3, so that programs that change shapes later keep the tree right.</remarks>
internal static class SpatialIndex
{
    /// <summary>The empty tree.</summary>
    internal static string Create(string layer, string geometry) =>
        $"CREATE VIRTUAL TABLE {Tree(layer, geometry)} USING rtree(id, minx, maxx, miny, maxy)";

    internal static readonly string[] Parameters = ["@id", "@minx", "@maxx", "@miny", "@maxy"];

    /// <summary>One box in the tree.</summary>
    internal static string Insert(string layer, string geometry) => $"INSERT INTO {Tree(layer, geometry)} VALUES ({string.Join(", ", Parameters)})";

    /// <summary>Says that there is a tree, and keeps it right from now on. After the last feature: our own database lacks the functions of the triggers.</summary>
    internal static string Finish(string layer, string geometry)
    {
        var (table, geom, tree) = (Quoted(layer), Quoted(geometry), Tree(layer, geometry));
        var start = $"rtree_{layer}_{geometry}";
        var box = $"ST_MinX(NEW.{geom}), ST_MaxX(NEW.{geom}), ST_MinY(NEW.{geom}), ST_MaxY(NEW.{geom})";
        return
            $"""
            INSERT INTO gpkg_extensions VALUES ({Literal(layer)}, {Literal(geometry)}, 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
            CREATE TRIGGER {Quoted(start + "_insert")} AFTER INSERT ON {table}
              WHEN (NEW.{geom} NOT NULL AND NOT ST_IsEmpty(NEW.{geom}))
              BEGIN INSERT OR REPLACE INTO {tree} VALUES (NEW.fid, {box}); END;
            CREATE TRIGGER {Quoted(start + "_update1")} AFTER UPDATE OF {geom} ON {table}
              WHEN OLD.fid = NEW.fid AND (NEW.{geom} NOTNULL AND NOT ST_IsEmpty(NEW.{geom}))
              BEGIN INSERT OR REPLACE INTO {tree} VALUES (NEW.fid, {box}); END;
            CREATE TRIGGER {Quoted(start + "_update2")} AFTER UPDATE OF {geom} ON {table}
              WHEN OLD.fid = NEW.fid AND (NEW.{geom} ISNULL OR ST_IsEmpty(NEW.{geom}))
              BEGIN DELETE FROM {tree} WHERE id = OLD.fid; END;
            CREATE TRIGGER {Quoted(start + "_update3")} AFTER UPDATE ON {table}
              WHEN OLD.fid != NEW.fid AND (NEW.{geom} NOTNULL AND NOT ST_IsEmpty(NEW.{geom}))
              BEGIN DELETE FROM {tree} WHERE id = OLD.fid; INSERT OR REPLACE INTO {tree} VALUES (NEW.fid, {box}); END;
            CREATE TRIGGER {Quoted(start + "_update4")} AFTER UPDATE ON {table}
              WHEN OLD.fid != NEW.fid AND (NEW.{geom} ISNULL OR ST_IsEmpty(NEW.{geom}))
              BEGIN DELETE FROM {tree} WHERE id IN (OLD.fid, NEW.fid); END;
            CREATE TRIGGER {Quoted(start + "_delete")} AFTER DELETE ON {table}
              WHEN OLD.{geom} NOT NULL
              BEGIN DELETE FROM {tree} WHERE id = OLD.fid; END;
            """;
    }

    private static string Tree(string layer, string geometry) => Quoted($"rtree_{layer}_{geometry}");
}
