// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Studies;

namespace Schakel.Web.Atlas;

/// <summary>Coarser areas that help to find the way among finer ones: as headings in the table, as names and outlines on the map.</summary>
internal static class WayMarks
{
    /// <summary>A level that some gemeenten have and others have not (stadsdeel, kern) leads nobody who is elsewhere.</summary>
    private const double MustCover = 0.9;

    /// <summary>The next coarser level that nearly all areas of a level lie in; null when there is none with at least two and at most so many areas.</summary>
    internal static StudyLevel? Above(ScalePicture picture, StudyLevel level, int most = int.MaxValue) => picture.Levels
        .Where(coarser => coarser.Level.Rank > level.Level.Rank && coarser.Codes.Length > 1 && coarser.Codes.Length <= most && Covers(level, coarser.Level.Id))
        .MinBy(coarser => coarser.Level.Rank);

    private static bool Covers(StudyLevel level, string coarser) =>
        level.Parents.TryGetValue(coarser, out var parents) && parents.Count(parent => parent is not null) >= MustCover * parents.Length;
}
