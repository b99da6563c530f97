// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

namespace Schakel.Cluster;

/// <summary>Sees one run through to its end. There is one in the whole cluster for a key; when its machine dies, another is made.</summary>
[Alias("schakel.run")]
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Goes on with the run, unless that is happening already. Returns at once.</summary>
    [Alias("go-on")]
    Task GoOn();

    /// <summary>Stops the run, if it has not ended.</summary>
    [Alias("call-off")]
    Task CallOff();
}
