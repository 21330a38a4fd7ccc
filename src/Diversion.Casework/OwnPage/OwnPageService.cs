using Diversion.Casework.Correspondence;
using Diversion.Casework.Delivery;
using Diversion.Casework.Formatting;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Record;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Conditions.Reparation;
using Diversion.Domain.OwnPage;
using Diversion.Domain.Referral;
using Diversion.Domain.Telling;
using Diversion.Domain.Visits;
using NodaTime;

namespace Diversion.Casework.OwnPage;

/// <summary>The person's own page: who comes in, what they read, and what they tell us.</summary>
public sealed class OwnPageService(Records records, ITableStore store, ITexter texter)
{
    /// <summary>Comes in with a code and the birth date.</summary>
    public ValueTask<OwnPageEntry> OpenByCode(string? code, LocalDate bornOn, Instant now, CancellationToken cancellation = default) =>
        Open(OwnPageSecrets.HashOfCode(code), bornOn, null, now, cancellation);

    /// <summary>Comes in with a link, which is used up, and gets a code.</summary>
    public ValueTask<OwnPageEntry> OpenByLink(string? secret, LocalDate bornOn, Instant now, CancellationToken cancellation = default) =>
        Open(OwnPageSecrets.HashOfLink(secret), bornOn, OwnPageSecrets.MakeCode(), now, cancellation);

    /// <returns>Null when the page is closed: what they came in with was stopped or replaced, or the agreement ended long ago.</returns>
    public async ValueTask<OwnPageView?> Find(OwnPageSession session, Instant now, CancellationToken cancellation = default) =>
        await Opened(session, now, cancellation) is { } state ? Show(state, now) : null;

    /// <summary>They cannot come, and say why.</summary>
    /// <param name="item">The id of a meeting or session to come.</param>
    /// <returns>Whether it is recorded; not so when the appointment began or is not theirs.</returns>
    public async ValueTask<bool> CannotCome(OwnPageSession session, string item, string said, Instant now, CancellationToken cancellation = default)
    {
        if (await Opened(session, now, cancellation) is not { IsTerminal: false } state || Coming(state, now).FirstOrDefault(one => one.Appointment.Id == item) is not { Condition: { } condition })
        {
            return false;
        }

        var told = new AppointmentCommand.RecordAbsenceNotice(condition.Id, item, AnsweredHow.WebForm, now, said) { By = Actor.Participant, At = now };
        return await records.Execute(state.Id, told, null, cancellation) is Outcome.Accepted or Outcome.Unchanged;
    }

    /// <returns>When texts may be sent again; null when they may be now.</returns>
    public async ValueTask<Instant?> QuietUntil(AgreementId agreement, Instant now, CancellationToken cancellation = default) =>
        await records.Find(agreement, cancellation) is { } state && records.Rulebook.SchemeOf(state).QuietHours.Opens(now) is var opens && opens > now ? opens : null;

    /// <summary>
    /// The link goes by text at once, and not by the outbox, which would keep it. If that fails, the worker who gives it is told.
    /// </summary>
    /// <returns>Whether it was sent.</returns>
    public async ValueTask<bool> SendLink(AgreementId agreement, string secret, CancellationToken cancellation = default)
    {
        if (await records.Find(agreement, cancellation) is not { OwnPage: { } access } state || MobileNumber.Read(state.Referral.Person.Phone) is not { } number)
        {
            return false;
        }

        try
        {
            var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["link"] = records.Rulebook.Programme.LinkTo(Links.Addresses.MyAgreementStart(secret)) };
            if (PhoneOf(state) is { } phone)
            {
                facts["phone"] = phone;
            }

            await texter.Send(
                TextRenderer.Shipped.Render(new OutgoingMessage.Text(
                    $"{agreement.Value}.own-page.{access.Number}", number, "own-page", facts, LetterLanguage.Of(state.Referral.Circumstances.Language).Code, records.Rulebook.SchemeOf(state).QuietHours)),
                cancellation);
            return true;
        }
        catch (DeliveryFailedException)
        {
            return false;
        }
    }

    private async ValueTask<OwnPageEntry> Open(string? hash, LocalDate bornOn, string? newCode, Instant now, CancellationToken cancellation)
    {
        if (hash is null || await store.Get(Tables.Search, Partitions.OwnPage(hash), hash, cancellation) is not { } row)
        {
            return new(null, null);
        }

        var id = new AgreementId(RowOf<ReferenceRow>.Read(row).Agreement);
        var command = new OwnPageCommand.OpenOwnPage(hash, bornOn, OwnPageSecrets.HashOfCode(newCode)) { By = Actor.Participant, At = now };
        var state = await records.Execute(id, command, null, cancellation) switch
        {
            Outcome.Accepted { State: { OwnPage.WrongBirthDates: 0 } opened } => opened,
            Outcome.Unchanged { State: var same } => same,
            _ => null,
        };
        return state is null ? new(null, null) : new(new OwnPageSession(id.Value, state.OwnPage!.Number), newCode);
    }

    private async ValueTask<AgreementState?> Opened(OwnPageSession session, Instant now, CancellationToken cancellation) =>
        await records.Find(session.Agreement, cancellation) is { } state && OwnPageAccess.IsOpen(state, session.Number, now) ? state : null;

    private OwnPageView Show(AgreementState state, Instant now)
    {
        var work = state.Conditions.OfType<ReparationCondition>().FirstOrDefault();
        return new OwnPageView(
            Wording.FirstName(state.Referral.Person.Name),
            state.IsTerminal,
            state.Term!.LastDay,
            state.IsTerminal
                ? []
                :
                [
                    .. Coming(state, now).Select(one => new OwnAppointment(one.Appointment.Id, one.Appointment.StartsAt, one.Appointment.Minutes, one.Appointment.Place, one.Appointment.Notice is not null))
                        .Concat(state.Visits.Where(visit => visit.Status == VisitStatus.Booked && visit.StartsAt > now).Select(visit => new OwnAppointment(null, visit.StartsAt, visit.Minutes, visit.Place, false)))
                        .OrderBy(one => one.StartsAt),
                ],
            [
                .. state.Conditions.Where(condition => condition.Status is not (ConditionStatus.Waived or ConditionStatus.Substituted))
                    .Select(condition => new OwnCondition(condition.Kind, (condition as PathwayCondition)?.Need, condition.Status == ConditionStatus.Kept)),
            ],
            work is null ? null : new OwnHours(work.CreditedMinutes, work.TargetMinutes),
            state.Referral.Goals,
            WorkerOf(state)?.Name,
            PhoneOf(state))
        {
            Afterwards = [.. state.ExitPlan.Continuations.Select(one => new OwnContinuation(one.What, one.With, one.FirstOn))],
            Caller = state.ExitPlan.Caller,
            Language = LetterLanguage.Of(state.Referral.Circumstances.Language).Code,
        };
    }

    private static StaffRef? WorkerOf(AgreementState state) => state.Cover?.Worker ?? state.KeyWorker;

    private string? PhoneOf(AgreementState state) => records.Rulebook.Programme.Staff.KeyWorker(WorkerOf(state)?.Id)?.Phone;

    private static IEnumerable<(AppointmentCondition Condition, Appointment Appointment)> Coming(AgreementState state, Instant now) =>
        from condition in state.Conditions.OfType<AppointmentCondition>()
        where condition.IsOpen
        from appointment in condition.Appointments
        where appointment.Status == AppointmentStatus.Scheduled && appointment.StartsAt > now
        orderby appointment.StartsAt
        select (condition, appointment);
}
