// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using Schakel.Workspace.Members;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;

// Writes to a store until it is killed, and says what was acknowledged: "opened ID" and "moved ID", each after its commit.
var setting = StoreSetting.OfFile(args[0]);
var tenant = Guid.Parse(args[1], CultureInfo.InvariantCulture);
var actor = new Actor(tenant, Guid.Parse(args[2], CultureInfo.InvariantCulture), null, new HashSet<AccessRole> { AccessRole.Coordinator });
var work = new OpgaveWork(new Workroom(new StoreFactory(setting), ContactSeal.At(setting.KeyFile), TimeProvider.System));
using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };

for (var number = 1; ; number++)
{
    var title = string.Create(CultureInfo.InvariantCulture, $"Opgave {number} of {Environment.ProcessId}");
    if (!(await work.Open(actor, title, "Does it survive?", "buurt", CancellationToken.None)).TryGet(out var opgave, out var reason))
        throw new InvalidOperationException(reason.Detail);
    await output.WriteLineAsync($"opened {opgave.Id}");
    if (!(await work.Move(actor, opgave.Id, opgave.Version, OpgaveState.Explored, "a look at it", CancellationToken.None)).TryGet(out _, out reason))
        throw new InvalidOperationException(reason.Detail);
    await output.WriteLineAsync($"moved {opgave.Id}");
}
