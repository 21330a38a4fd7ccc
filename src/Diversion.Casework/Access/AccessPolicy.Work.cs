using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Schemes;
using NodaTime;

namespace Diversion.Casework.Access;

/// <content>Whose work an obligation is.</content>
public static partial class AccessPolicy
{
    /// <summary>The first page of a user.</summary>
    public static HomePage HomeOf(Actor actor) => actor.Role switch
    {
        Role.ProgrammeLead => HomePage.Inbox,
        Role.KeyWorker => HomePage.MyWork,
        Role.TeamManager => HomePage.MyTeams,
        Role.PoliceOfficer or Role.Sergeant => HomePage.Cases,
        Role.Provider or Role.Facilitator => HomePage.Referrals,
        Role.PanelMember => HomePage.Panel,
        Role.Supervisor => HomePage.Sessions,
        _ => HomePage.Other,
    };

    /// <summary>Asks for the evidence of an absence, whoever the key worker is.</summary>
    public static bool Supervises(Actor actor) => actor.Role is Role.KeyWorker or Role.TeamManager or Role.ProgrammeLead;

    /// <summary>Evidence of an absence is their own task.</summary>
    public static bool CollectsEvidence(Actor actor) => actor.Role == Role.KeyWorker;

    /// <summary>Answers the questions before an offer and makes it; a sergeant decides on what an officer prepared.</summary>
    public static bool PreparesOffers(Actor actor) => actor.Role == Role.PoliceOfficer;

    /// <summary>Cases of every team that wait for a sergeant are work of each sergeant.</summary>
    public static bool TakesWaitingCases(Actor actor) => actor.Role == Role.Sergeant;

    /// <summary>Rules that are not met can be overridden by them.</summary>
    public static bool MayOverrideRules(Actor actor) => actor.Role == Role.Sergeant;

    /// <summary>Work on a case of theirs: their own obligation, or one that they see to.</summary>
    public static bool IsWorkOf(Actor actor, AgreementState state, Obligation open) => actor.Role switch
    {
        Role.ProgrammeLead => open.Owner is Addressee.KeyWorker or Addressee.ProgrammeLead,
        Role.KeyWorker => open.Owner == Addressee.KeyWorker,
        Role.TeamManager when open.Owner == Addressee.ReceivingManager => IsAsked(actor, state),
        Role.TeamManager => open.Owner is Addressee.KeyWorker or Addressee.TeamManager && (ManagesWorker(actor, state) || !IsAsked(actor, state)),
        Role.PoliceOfficer => open.Owner == Addressee.PoliceOfficer,
        Role.Sergeant => open.Owner is Addressee.PoliceOfficer or Addressee.Sergeant,
        Role.Facilitator => open.Owner == Addressee.Facilitator,
        Role.Analyst => open.Owner == Addressee.Analyst,

        // The person who holds the session records its outcome.
        Role.Provider => open.Deadline.Rule == RuleIds.AppointmentOutcome || (open.Owner == Addressee.Provider && !AwaitsReferral(state, open)),
        _ => false,
    };

    /// <summary>It is their own obligation, not one that they follow up.</summary>
    public static bool Owns(Actor actor, AgreementState state, Obligation open) => actor.Role switch
    {
        Role.ProgrammeLead => open.Owner == Addressee.ProgrammeLead,
        Role.Sergeant => open.Owner == Addressee.Sergeant || (open.Owner == Addressee.PoliceOfficer && state.Referral.Officer.Id == actor.Id),
        Role.TeamManager when open.Owner == Addressee.ReceivingManager => IsAsked(actor, state),
        Role.TeamManager => open.Owner == Addressee.TeamManager || (open.Owner == Addressee.KeyWorker && IsWorkers(actor, state)),
        _ => IsWorkOf(actor, state, open),
    };

    /// <summary>Somebody else's overdue obligation, escalated as far as this user.</summary>
    public static bool WasToldOf(Actor actor, Obligation open, EscalationRules escalation, Instant now) => actor.Role switch
    {
        Role.ProgrammeLead => open.RaisedToLeadAt is not null,
        Role.TeamManager => open.HasReached(Addressee.TeamManager, escalation),
        Role.Sergeant => open.HasReached(Addressee.Sergeant, escalation),
        _ => Chases(actor, open, now),
    };

    /// <summary>A partner's overdue obligation that they have to ask for.</summary>
    public static bool Chases(Actor actor, Obligation open, Instant now) =>
        actor.Role is Role.KeyWorker or Role.TeamManager && open.Owner is Addressee.Provider or Addressee.Facilitator && open.Deadline.Due <= now;

    /// <summary>Only obligations with a ladder of their own go to sergeants, so this needs nothing from the scheme.</summary>
    public static bool HasReachedSergeants(Obligation open) =>
        open.Owner != Addressee.Analyst && open.Deadline.To is { } to && to.Take(open.Step).Any(told => told is Addressee.Sergeant or Addressee.ProgrammeLead);

    /// <summary>The key worker has to refer it, or to refer it elsewhere.</summary>
    private static bool AwaitsReferral(AgreementState state, Obligation open) =>
        open.Deadline.Rule == RuleIds.PathwayAcceptance && state.ConditionOrNull(open.Track) is PathwayCondition { Referral: not PathwayReferral.Sent };
}

/// <summary>The first page of a user, by what their work is.</summary>
public enum HomePage
{
    Inbox,
    MyWork,
    MyTeams,
    Cases,

    /// <summary>Of a partner: the cases that were referred to them.</summary>
    Referrals,

    /// <summary>The sittings of a panel member.</summary>
    Panel,

    /// <summary>The reparation sessions of a supervisor's projects.</summary>
    Sessions,
    Other,
}
