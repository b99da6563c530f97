// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Workspace.Members;

/// <summary>How passwords are kept: the slow, salted hash of ASP.NET Core Identity.</summary>
public interface IPasswords
{
    string Hash(string password);

    bool Matches(string hash, string password);
}
