using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Conditions.NoReoffending;
using Diversion.Domain.Referral;
using Diversion.Domain.Term;
using Diversion.Domain.Time;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>What else happens to somebody in four months: fixed on the day of signing.</summary>
internal static class LifePlan
{
    public static void Plan(CaseFile file, AgreementState state, Instant now, Setting setting)
    {
        if (!file.IsNew("life"))
        {
            return;
        }

        var (chance, behaviour, ends) = (file.Chance, setting.Behaviour, state.Term!.EndsAt);
        Settled(file, now);
        if (file.Participant.Traits.Prompt)
        {
            return;
        }

        if (chance.Happens(behaviour["reoffending.provedOnContract"]))
        {
            // Early enough for the charge to come while the agreement runs.
            var arrest = OfficeHours.HalfHour(now + ((ends - now) * (0.05 + (0.8 * chance.Unit()))));
            var kind = chance.Happens(behaviour["reoffending.admission"]) ? CustodyNoticeKind.Admission : CustodyNoticeKind.Charge;
            Notice(file, "c-1", CustodyNoticeKind.Arrest, arrest, arrest);
            Notice(file, "c-2", kind, OfficeHours.HalfHour(arrest + Duration.FromHours(chance.Between(10, 340))), arrest);
        }

        if (chance.Happens(behaviour["reoffending.arrestWithoutFurtherAction"]))
        {
            var arrest = OfficeHours.HalfHour(now + ((ends - now) * (0.9 * chance.Unit())));
            Notice(file, "n-1", CustodyNoticeKind.Arrest, arrest, arrest);
            Notice(file, "n-2", CustodyNoticeKind.NoFurtherAction, OfficeHours.HalfHour(arrest + Duration.FromDays(chance.Between(2, 25))), arrest);
        }

        if (chance.Happens(behaviour["reoffending.violence"]))
        {
            file.Plan(setting.Hours.Within(now, ends, chance), (then, on) => then.Status.IsRunning()
                ? new BreachCommand.RecordViolence("v-1", WorkingCalendar.DateOf(on)) { By = file.Team.Worker(then), At = on, Reason = "Hit a member of staff." }
                : null);
        }

        if (chance.Happens(behaviour["ending.discontinued"]))
        {
            var cause = (DiscontinuationCause)chance.Weighted(0.4, 0.05, 0.15, 0.4);
            Discontinue(file, setting.Hours.Within(now, ends, chance), cause);
        }

        if (chance.Happens(behaviour["ending.keyWorkerChanged"]))
        {
            file.Plan(setting.Hours.Within(now, ends, chance), (then, on) => then.Status.IsRunning()
                ? new TermCommand.ChangeKeyWorker(ProgrammeStaff.Ref(file.Team.SecondKeyWorker)) { By = file.Team.Lead, At = on, Reason = "The key worker has left the team." }
                : null);
        }

        if (chance.Happens(behaviour["eligibility.childProtectionLater"]))
        {
            file.Plan(setting.Hours.Within(now, ends, chance), (then, on) => then.Status.IsRunning()
                ? new ReferralCommand.RecordCheck(CheckKind.Safeguarding, true, "Told by children's services.") { By = file.Team.Officer, At = on }
                : null);
        }
    }

    private static void Settled(CaseFile file, Instant now)
    {
        var traits = file.Participant.Traits;
        if (traits.ArrestedOn is { } arrested && arrested > now)
        {
            Notice(file, "c-1", CustodyNoticeKind.Arrest, arrested, arrested);
        }

        if (traits.ChargedOn is { } charged && charged > now)
        {
            Notice(file, "c-2", CustodyNoticeKind.Charge, charged, charged);
        }

        if (traits.DiscontinuedOn is { } ended && ended > now)
        {
            Discontinue(file, ended, DiscontinuationCause.Moved);
        }

        if (!traits.Arranged.IsDefault)
        {
            foreach (var (at, make) in traits.Arranged.Where(one => one.At > now))
            {
                file.Plan(at, (_, on) => make(file.Team, on));
            }
        }
    }

    private static void Notice(CaseFile file, string id, CustodyNoticeKind kind, Instant at, Instant offence) =>
        file.Plan(at, (state, on) => state.Status.IsRunning()
            ? new NoReoffendingCommand.ReceiveCustodyNotice($"{id}-{file.Index}", kind, WorkingCalendar.DateOf(on), WorkingCalendar.DateOf(offence))
            {
                By = ProgrammeStaff.CustodyFeed,
                At = on,
            }
            : null);

    private static void Discontinue(CaseFile file, Instant at, DiscontinuationCause cause) =>
        file.Plan(at, (state, on) => state.Status.IsRunning()
            ? new TermCommand.Discontinue(cause) { By = file.Team.Lead, At = on, Reason = "Ended without fault." }
            : null);
}
