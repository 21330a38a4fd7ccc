using System.Collections.Frozen;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.ExitPlans;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;
using Diversion.Web.Portal;

namespace Diversion.Web.Pages.Agreements;

/// <summary>Sorts the actions on an agreement by task: by the command, or else by the area that it is of.</summary>
public static class ActionGroups
{
    private static readonly ActionGroup Notes = new("Notes and alerts", "do-notes", AgreementPart.Timeline, []);
    private static readonly ActionGroup Meetings = new("Appointments with services", "do-services", AgreementPart.Appointments, []);
    private static readonly ActionGroup Enrolment = new("Checks, eligibility and offer", "do-enrolment", AgreementPart.Conditions, []);
    private static readonly ActionGroup Change = new("Change or end the agreement", "do-change", AgreementPart.Conditions, []);
    private static readonly ActionGroup Failures = new("Failures, arrests and breach", "do-breach", AgreementPart.Conditions, []);
    private static readonly ActionGroup Needs = new("Needs, support and what comes after", "do-needs", AgreementPart.Conditions, []);
    private static readonly ActionGroup Person = new("The person and what they say", "do-contact", AgreementPart.Contact, []);
    private static readonly ActionGroup Victim = new("The victim", "do-victim", AgreementPart.Contact, []);
    private static readonly ActionGroup Workers = new("Who works on the case", "do-workers", AgreementPart.Contact, []);
    private static readonly ActionGroup Record = new("The record and its papers", "do-record", AgreementPart.Papers, []);

    /// <summary>In the order in which they are shown.</summary>
    private static readonly ActionGroup[] All = [Notes, Enrolment, Meetings, Change, Failures, Needs, Person, Victim, Workers, Record];

    private static readonly FrozenDictionary<Type, ActionGroup> OfCommand = new Dictionary<Type, ActionGroup>
    {
        [typeof(ReferralCommand.AmendReferral)] = Person,
        [typeof(ReferralCommand.ChangeContact)] = Person,
        [typeof(ReferralCommand.RecordCircumstances)] = Person,
        [typeof(ReferralCommand.RecordStaffRisk)] = Person,
        [typeof(ReferralCommand.RecordSharingConsent)] = Person,
        [typeof(ReferralCommand.RecordNeeds)] = Needs,
        [typeof(ReferralCommand.RecordGoals)] = Needs,
        [typeof(ReferralCommand.RecordUnmetNeed)] = Needs,
        [typeof(ReferralCommand.MeetUnmetNeed)] = Needs,
        [typeof(TermCommand.AddNote)] = Notes,
        [typeof(TermCommand.ReadPartnerNotes)] = Notes,
        [typeof(TermCommand.AcknowledgeAlert)] = Notes,
        [typeof(TermCommand.ChangeKeyWorker)] = Workers,
        [typeof(TermCommand.RecordHandover)] = Workers,
        [typeof(TermCommand.CoverCase)] = Workers,
        [typeof(TermCommand.EndCover)] = Workers,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Type, ActionGroup> OfArea = new Dictionary<Type, ActionGroup>
    {
        [typeof(ReferralCommand)] = Enrolment,
        [typeof(OfferCommand)] = Enrolment,
        [typeof(VisitCommand)] = Meetings,
        [typeof(BreachCommand)] = Failures,
        [typeof(NoReoffendingCommand)] = Failures,
        [typeof(SupportCommand)] = Needs,
        [typeof(ExitPlanCommand)] = Needs,
        [typeof(TellingCommand)] = Person,
        [typeof(OwnPageCommand)] = Person,
        [typeof(ComplaintCommand)] = Person,
        [typeof(VictimCommand)] = Victim,
        [typeof(TransferCommand)] = Workers,
        [typeof(DataRequestCommand)] = Record,
        [typeof(DocumentCommand)] = Record,
        [typeof(KeepingCommand)] = Record,
    }.ToFrozenDictionary();

    /// <returns>Those that have anything in them.</returns>
    public static IReadOnlyList<ActionGroup> Of(IEnumerable<ActionLink> links)
    {
        var sorted = links.ToLookup(link => GroupOf(CommandCatalogue.Named(link.Action.Command).Command));
        return [.. All.Where(sorted.Contains).Select(group => group with { Links = [.. sorted[group]] })];
    }

    private static ActionGroup GroupOf(Type command) =>
        OfCommand.GetValueOrDefault(command) ?? (command.DeclaringType is { } area ? OfArea.GetValueOrDefault(area) : null) ?? Change;
}
