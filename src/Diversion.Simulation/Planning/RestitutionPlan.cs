using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.Conditions.Apology;
using Diversion.Domain.Conditions.Compensation;
using Diversion.Domain.Conditions.Donation;
using Diversion.Domain.Reading;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>What the person does for their victim besides work: compensation in payments, some of them in parts, and a letter.</summary>
internal static class RestitutionPlan
{
    private const int LeastPart = 100;

    public static void Pay(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var at = Pace.Of(file, setting, open, now);
        var inParts = file.Aside.Happens(setting.Behaviour["compensation.inParts"]);
        if (inParts)
        {
            file.Plan(at, (state, on) => Payment(file, state, open, on, half: true));
        }

        file.Plan(inParts ? setting.Hours.DaysAfter(at, file.Aside.Between(2, 6), file.Aside) : at, (state, on) => Payment(file, state, open, on, half: false));
    }

    public static void Donate(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id)
            ? new DonationCommand.RecordDonation(open.Track, WorkingCalendar.DateOf(on), $"Receipt {file.Index:D4}") { By = file.Team.Worker(state), At = on }
            : null);

    public static void Write(CaseFile file, Obligation open, Instant now, Setting setting) =>
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id)
            ? new ApologyCommand.RecordLetterWritten(open.Track, WorkingCalendar.DateOf(on)) { By = file.Team.Worker(state), At = on }
            : null);

    public static void Check(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var fit = !file.Aside.Happens(setting.Behaviour["apology.anew"]);
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id)
            ? new ApologyCommand.CheckLetter(open.Track, WorkingCalendar.DateOf(on), fit) { By = Reader(file, state, open), At = on }
            : null);
    }

    public static void End(CaseFile file, Obligation open, Instant now, Setting setting)
    {
        var wanted = file.Aside.Happens(setting.Behaviour["victim.accepts"]);
        file.Plan(Pace.Of(file, setting, open, now), (state, on) => state.HasObligation(open.Id)
            ? new ApologyCommand.RecordLetterEnd(open.Track, WorkingCalendar.DateOf(on), wanted && !state.ChildProtection ? LetterEnd.HandedOver : LetterEnd.Kept)
            {
                By = Reader(file, state, open),
                At = on,
            }
            : null);
    }

    private static CompensationCommand.RecordPayment? Payment(CaseFile file, AgreementState state, Obligation open, Instant now, bool half)
    {
        if (!state.HasObligation(open.Id) || !state.Status.IsRunning() || state.ConditionOrNull(open.Track) is not CompensationCondition { IsOpen: true } condition)
        {
            return null;
        }

        var number = int.Parse(open.About().Item!, System.Globalization.CultureInfo.InvariantCulture);
        var owed = condition.Instalments.Where(instalment => instalment.Number <= number).Sum(instalment => instalment.Pence) - condition.PaidPence;
        var pence = half && owed >= 2 * LeastPart ? owed / 2 : owed;
        var next = condition.Payments.Length + 1;
        return new CompensationCommand.RecordPayment(condition.Id, $"p-{next}", MoneyText.Of(pence), WorkingCalendar.DateOf(now), $"Receipt {file.Index:D4}-{next}")
        {
            By = file.Team.Worker(state),
            At = now,
        };
    }

    private static Actor Reader(CaseFile file, AgreementState state, Obligation open) =>
        state.ConditionOrNull(open.Track)?.PartnerFacilitator is null ? file.Team.Worker(state) : file.Team.Facilitator;
}
