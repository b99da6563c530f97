// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Members;

/// <summary>How somebody stands to what the action is about.</summary>
[Flags]
public enum Standing
{
    None = 0,

    /// <summary>The organisation sits at the table of this opgave.</summary>
    Own = 1,

    /// <summary>The organisation leads the approach; before there is a lead, it holds the opgave.</summary>
    Lead = 2,

    /// <summary>The organisation holds the opgave.</summary>
    Holder = 4,

    /// <summary>The question was put to this organisation.</summary>
    Addressee = 8,

    /// <summary>Wrote it.</summary>
    Author = 16,

    /// <summary>Belongs to the group.</summary>
    Member = 32,

    /// <summary>Is the one who answers the reporter or asks the offerer.</summary>
    Answers = 64,
}
