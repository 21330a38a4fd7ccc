using System.Collections.Frozen;
using Diversion.Casework.Access;
using Diversion.Casework.Conditions;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Breach;
using Diversion.Domain.Complaints;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.DataRights;
using Diversion.Domain.Documents;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Term;
using Diversion.Domain.Transfers;
using Diversion.Domain.Victim;
using Diversion.Domain.Visits;

namespace Diversion.Casework.Actions;

/// <summary>The button text for each command that a person gives.</summary>
public static class ActionWords
{
    private static readonly FrozenDictionary<Type, string> Labels = new Dictionary<Type, string>
    {
        [typeof(ReferralCommand.Refer)] = "Refer a person",
        [typeof(ReparationCommand.ArrangePlacement)] = "Arrange a placement",
        [typeof(ReferralCommand.AmendReferral)] = "Correct the person or the offence",
        [typeof(ReferralCommand.AddOffence)] = "Add another offence",
        [typeof(ReferralCommand.CorrectOffence)] = "Correct the offence",
        [typeof(TermCommand.TakeOffenceIn)] = "Take another offence in",
        [typeof(ReferralCommand.ChangeContact)] = "Change contact details or consent",
        [typeof(ReferralCommand.RecordCircumstances)] = "Record how to meet the person",
        [typeof(ReferralCommand.RecordCheck)] = "Record the answer to a check",
        [typeof(ReferralCommand.RecordFacts)] = "Answer the eligibility questions",
        [typeof(ReferralCommand.RecordRisk)] = "Record the risk assessment",
        [typeof(ReferralCommand.OverrideRisk)] = "Override the risk band",
        [typeof(ReferralCommand.ApproveEligibility)] = "Approve eligibility",
        [typeof(ReferralCommand.FindNotEligible)] = "Find not eligible",
        [typeof(ReferralCommand.AllocateArm)] = "Ask the trial for the allocation",
        [typeof(ReferralCommand.RecordNeeds)] = "Record needs",
        [typeof(ReferralCommand.RecordGoals)] = "Record the person’s own goals",
        [typeof(VictimCommand.RecordVictim)] = "Record the victim",
        [typeof(VictimCommand.RecordVictimViews)] = "Record the victim’s views",
        [typeof(VictimCommand.ReferVictimToSupport)] = "Record the referral of the victim to support",
        [typeof(VictimCommand.RecordVictimSatisfaction)] = "Record how satisfied the victim is",
        [typeof(VictimCommand.RecordVictimRequest)] = "Record a review or complaint of the victim",
        [typeof(VictimCommand.AnswerVictimRequest)] = "Record the answer to the victim’s review or complaint",
        [typeof(VictimCommand.TellVictim)] = "Record that the victim was told",
        [typeof(OfferCommand.MakeOffer)] = "Make an offer",
        [typeof(OfferCommand.WithdrawOffer)] = "Withdraw the offer",
        [typeof(OfferCommand.DeclineOffer)] = "Record that the offer was declined",
        [typeof(OfferCommand.SignAgreement)] = "Record the signing",
        [typeof(AppointmentCommand.ScheduleAppointment)] = "Book a meeting or session",
        [typeof(AppointmentCommand.ScheduleSeries)] = "Book several at once",
        [typeof(AppointmentCommand.RescheduleAppointment)] = "Move to another time",
        [typeof(AppointmentCommand.RecordAttendance)] = "Record the outcome",
        [typeof(AppointmentCommand.CorrectAttendance)] = "Correct the outcome",
        [typeof(TermCommand.VaryAgreement)] = "Vary the agreement",
        [typeof(TermCommand.SubstituteCondition)] = "Replace the condition",
        [typeof(TermCommand.ExtendTerm)] = "Extend the term",
        [typeof(TermCommand.RecordCaseOutcome)] = "Record what happened to the case",
        [typeof(TermCommand.AddNote)] = "Add a note",
        [typeof(TransferCommand.ReceiveTransfer)] = "Import a case from another programme",
        [typeof(TransferCommand.ArrangeCourtesySupervision)] = "Record a courtesy supervision",
        [typeof(DocumentCommand.KeepDocument)] = "Add a paper",
        [typeof(DocumentCommand.RemoveDocument)] = "Remove the paper",
        [typeof(TellingCommand.TellPerson)] = "Record that the person was told",
        [typeof(TellingCommand.RecordAnswer)] = "Record the person's answer",
        [typeof(VisitCommand.BookVisit)] = "Book a service’s free time now",
        [typeof(ComplaintCommand.RecordComplaint)] = "Record a complaint",
        [typeof(ComplaintCommand.AnswerComplaint)] = "Record the answer to the complaint",
        [typeof(DataRequestCommand.MarkPassage)] = "Read the record before it is given",
        [typeof(FollowUpCommand.RecordReoffence)] = "Record a reoffence",
        [typeof(KeepingCommand.EraseRecord)] = "Erase the record",
        [typeof(OwnPageCommand.GiveOwnPage)] = "Give the person their own page",
        [typeof(OwnPageCommand.OpenOwnPage)] = "Open their own page",
        [typeof(BreachCommand.DecideBreach)] = "Decide the breach",
    }.ToFrozenDictionary();

    /// <summary>For a case in its present state.</summary>
    public static string Label(string command, AgreementState state, CommandSubject about, Actor reader)
    {
        var entry = CommandCatalogue.Named(command);
        return Special(entry.Command, state, about, reader) ?? OfKind(command, state, about, reader) ?? Label(entry);
    }

    /// <param name="command">A name of the catalogue.</param>
    public static string Label(string command) => Label(CommandCatalogue.Named(command));

    private static string Label(CommandEntry entry) => StepList.Of(entry.Name)?.Label ?? Labels[entry.Command];

    private static string? Special(Type command, AgreementState state, CommandSubject about, Actor reader) =>
        Is<AppointmentCommand.ScheduleAppointment>(command) && about.Condition is { } id && state.ConditionOrNull(id) is { } condition ? $"Book a {SubjectWords.Thing(condition)}"
        : Is<AppointmentCommand.ScheduleSeries>(command) && about.Condition is { } one && state.ConditionOrNull(one) is { } repeated ? $"Book several {SubjectWords.Thing(repeated)}s at once"
        : Is<TermCommand.AddNote>(command) && about.Condition is not null && !AccessPolicy.IsPartner(reader) ? "Write a note for the partner"
        : Is<TermCommand.CoverCase>(command) && state.Cover is not null ? "Change the cover"
        : Is<TransferCommand.ArrangeCourtesySupervision>(command) && state.CourtesySupervision is not null ? "Change the courtesy supervision"
        : Is<TermCommand.RecordCaseOutcome>(command) && state.CaseOutcome is not null ? "Correct what happened to the case"
        : Is<ReferralCommand.RecordCheck>(command) && IsAnswered(state.Referral, about.Item) ? "Change the answer to a check"
        : Is<VictimCommand.RecordVictim>(command) && about.Item is not null ? "Correct the victim"
        : Is<VictimCommand.RecordVictim>(command) && !state.Victims.All.IsEmpty ? "Add another victim"
        : Is<TellingCommand.RecordAnswer>(command) && about.Item is { } contested && state.NewsOrNull(contested)?.Kind == NewsKind.Warning ? "Record what the person says against it"
        : Is<TellingCommand.TellPerson>(command) && about.Item is { } news && state.NewsOrNull(news)?.Told is not null ? "Correct how the person was told"
        : null;

    private static bool Is<TCommand>(Type command) where TCommand : AgreementCommand => command == typeof(TCommand);

    private static string? OfKind(string command, AgreementState state, CommandSubject about, Actor reader) =>
        about.Condition is { } id && state.ConditionOrNull(id) is { } condition ? ConditionDescriptors.Of(condition.Kind).Label(command, reader) : null;

    private static bool IsAnswered(ReferralState referral, string? check) =>
        (check == nameof(CheckKind.Safeguarding) ? referral.SafeguardingConcern : referral.DomesticAbuseConcern) is not null;
}
