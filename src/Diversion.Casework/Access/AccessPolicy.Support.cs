using Diversion.Domain.Agreements;
using Diversion.Domain.Support;

namespace Diversion.Casework.Access;

/// <content>
/// Voluntary support is between the person and who gives it. Supervision knows that there is some; the police know nothing of
/// it, so nothing of it can be held against the person.
/// </content>
public static partial class AccessPolicy
{
    /// <summary>The support that a partner gives: a health check from the person's yes on, for their organisation; a mentoring while it goes on, for the mentor alone.</summary>
    public static IReadOnlyList<string> SupportTracksOf(Actor actor, AgreementState state)
    {
        if (actor is not { Role: Role.Provider, Organisation: { } own })
        {
            return [];
        }

        string[] health = state.Support.HealthCheck is { Accepted: true } check && check.Provider == own ? [HealthCheck.Track] : [];
        return [.. health, .. state.Support.Mentorings.Where(one => one.Ended is null && IsMentor(actor, one)).Select(one => one.Track)];
    }

    public static bool SeesHealthCheck(Actor actor, RecordVisibility visible, AgreementState state) => visible.Notes || SeesOnwardKinds(actor, state);

    /// <summary>Where the nurse referred the person to is for the nurse's own organisation; supervision is told how many there are.</summary>
    public static bool SeesOnwardKinds(Actor actor, AgreementState state) => SupportTracksOf(actor, state).Contains(HealthCheck.Track);

    public static bool SeesMentoring(Actor actor, RecordVisibility visible, Mentoring mentoring) => visible.Notes || (mentoring.Ended is null && IsMentor(actor, mentoring));

    /// <summary>They stood by the person and do not any more. What they try is refused in words, and kept.</summary>
    public static bool WasMentor(Actor actor, AgreementState state) =>
        !Of(actor, state).Record && state.Support.Mentorings.Any(one => one.Ended is not null && IsMentor(actor, one));

    private static bool IsMentor(Actor actor, Mentoring mentoring) =>
        actor is { Role: Role.Provider, Organisation: { } own } && own == mentoring.Organisation && actor.Id == mentoring.Mentor.Id;

    /// <summary>A meeting of a mentoring that has ended comes as far as the domain, which refuses it and keeps that it was tried.</summary>
    private static bool MayCommandSupport(Actor actor, AgreementState state, SupportCommand command) =>
        SupportTracksOf(actor, state).Contains(command.Track)
        || (command is SupportCommand.LogMentorMeeting && state.Support.Mentorings.Any(one => one.Track == command.Track && IsMentor(actor, one)));
}
