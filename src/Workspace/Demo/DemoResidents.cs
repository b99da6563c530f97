// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using Schakel.Workspace.Members;
using Schakel.Workspace.Offers;
using Schakel.Workspace.Residents;
using Schakel.Workspace.Signals;
using Schakel.Workspace.Storage;
using static Schakel.Workspace.Demo.DemoStories;
using static Schakel.Workspace.Demo.DemoTown;

namespace Schakel.Workspace.Demo;

/// <summary>What residents of the demo town offer, begin and claim, and what they are invited to. Every contact is invented.</summary>
internal sealed class DemoResidents(WorkspaceStore store, ContactSeal seal, DemoPeople people, DemoClock time, OpgaveStory story)
{
    private const string Contact = "bewoner@voorbeeldstad.example", Cell = "E1550N4630";

    // Along the life, up to the state of the story.
    private static readonly InvitationState[] steps = [InvitationState.Open, InvitationState.Underway, InvitationState.Ended];

    internal void Play(Guid opgave, string colleague)
    {
        var visitor = Actor.Visitor(store.Tenant);
        foreach (var told in story.Invitations)
        {
            var act = time.At(told.DaysAgo, people.Acting(colleague));
            var invitation = Must(Invitation.Draft(told.Title, told.Text, opgave, act));
            foreach (var step in steps.TakeWhile(step => step <= told.State))
                Must(invitation.MoveTo(step, told.Title, act));
            store.Add(invitation);
        }

        foreach (var told in story.Initiatives)
        {
            var initiative = Must(Initiative.Start(told.Title, told.Text, story.Places[0].Code, Contact, mayBePublic: true, seal, time.At(told.DaysAgo, visitor)));
            foreach (var step in steps.TakeWhile(step => step <= told.State))
                Must(initiative.MoveTo(step, told.Title, time.At(told.DaysAgo, people.Acting(colleague))));
            store.Add(initiative);
        }

        foreach (var told in story.Offers)
            store.Add(Must(Offer.Make(told.Theme, told.RadiusInMetres, Cell, Contact, consent: true, seal, time.At(told.DaysAgo, visitor))));
        foreach (var told in story.ChallengeRequests)
        {
            var request = Must(ChallengeRequest.Submit(told.Title, told.Text, null, Contact, mayBePublic: true, seal, time.At(told.DaysAgo, visitor)));
            var act = time.At(told.DaysAgo, people.Acting(colleague));
            if (told.State != ChallengeState.Submitted)
                Must(request.Talk(told.Title, act));
            if (told.State is not (ChallengeState.Submitted or ChallengeState.InConversation))
                Must(request.Decide(told.State, told.Answer ?? told.Title, act));
            // What is decided may be read by everybody: its answer is the example for the next.
            if (told.Answer is not null)
                Must(request.MakePublic(act));
            store.Add(request);
        }
    }
}
