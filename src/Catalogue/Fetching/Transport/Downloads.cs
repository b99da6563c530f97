// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Collections.Concurrent;

namespace Schakel.Catalogue.Fetching.Transport;

/// <summary>Gets answers: from the interrupted fetch before this one if they are there, else from the service, as often as it takes and no more.</summary>
internal sealed class Downloads(HttpMessageInvoker http, PageStore pages, Manners manners, BackOff backOff, TimeProvider clock, Action<Uri> asking)
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>One answer of a service.</summary>
    /// <param name="service">Whose it is; redirections may not lead outside it.</param>
    /// <param name="address">What is asked.</param>
    /// <param name="complaint">Says what is wrong with an answer that arrived whole, or null; then it is asked again.</param>
    /// <param name="cancel">Stops.</param>
    internal async Task<Page> Get(ServiceAddress service, Uri address, Func<Page, string?> complaint, CancellationToken cancel)
    {
        if (pages.Find(address) is { } kept && complaint(kept) is null)
            return kept;

        var gate = gates.GetOrAdd(service.Host, _ => new SemaphoreSlim(manners.Connections));
        for (var attempt = 0; ; attempt++)
        {
            await gate.WaitAsync(cancel).ConfigureAwait(false);
            PassingProblem problem;
            try
            {
                asking(address);
                var (body, crs) = await new Request(http, manners, service, clock).Ask(address, cancel).ConfigureAwait(false);
                var page = new Page(address, default, "", crs, body);
                if (complaint(page) is not { } wrong)
                    return pages.Keep(address, crs, body);
                problem = new PassingProblem("answer-incomplete", $"{service.Host} gave an answer that is not complete: {wrong}.", address.AbsoluteUri) { Arguments = [service.Host] };
            }
            catch (PassingProblem passing)
            {
                problem = passing;
            }
            finally
            {
                gate.Release();
            }

            var attempts = problem switch
            {
                { IsTooMuch: true } => 1,
                { IsUnreachable: true } => manners.AttemptsWithoutNetwork,
                { MayBeTooMuch: true } => manners.AttemptsBeforeAskingLess,
                _ => manners.Attempts,
            };
            if (attempt + 1 >= attempts || problem.Wait > manners.LongestWait)
                throw problem;
            await Task.Delay(problem.Wait is { } wait && wait > TimeSpan.Zero ? wait : backOff.After(attempt), clock, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>The same answer again, for it turned out not to fit the others.</summary>
    internal void Forget(Uri address) => pages.Forget(address);
}
