// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Approaches;
using Schakel.Workspace.Desks;
using Schakel.Workspace.Directions;
using Schakel.Workspace.Evidences;
using Schakel.Workspace.Handovers;
using Schakel.Workspace.History;
using Schakel.Workspace.Judgements;
using Schakel.Workspace.Measuring;
using Schakel.Workspace.Networks;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Opgaven;
using Schakel.Workspace.Peers;
using Schakel.Workspace.PolicyGaps;
using Schakel.Workspace.Reflections;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Tasks;

namespace Schakel.Web.Opgaven;

/// <summary>The use cases behind the screens of the work.</summary>
internal static class OpgaveSetup
{
    internal static void AddOpgaven(this IServiceCollection services)
    {
        services.AddSingleton<OpgaveChanges>();
        services.AddScoped<OpgaveReading>().AddScoped<OpgaveWork>().AddScoped<StoryWork>().AddScoped<JudgementWork>().AddScoped<ApproachWork>();
        services.AddScoped<NetworkWork>().AddScoped<HandoverWork>().AddScoped<GapWork>().AddScoped<ReflectionWork>();
        services.AddScoped<OfferWork>().AddScoped<ResidentWork>().AddScoped<PublicStoryWork>();
        services.AddScoped<DeskReading>().AddScoped<GapReading>();
        services.AddScoped<PlanWork>().AddScoped<PlanReading>().AddScoped<EvidenceWork>();
        services.AddScoped<SignalWork>().AddScoped<SignalReading>().AddScoped<TaskReading>().AddScoped<DirectionWork>().AddScoped<DirectionReading>();
        services.AddScoped<PeerWork>().AddScoped<CraftReading>();
    }
}
