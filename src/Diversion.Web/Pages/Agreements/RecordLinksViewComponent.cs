using Diversion.Casework.Access;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Domain.Agreements;
using Diversion.Domain.Referral;
using Diversion.Domain.Time;
using Diversion.Web.Portal;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Agreements;

/// <summary>Links from a case to its enrolment, its paper, its file and the services.</summary>
public sealed class RecordLinksViewComponent(Records records, IClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string reference, Actor by, AgreementPart? part)
    {
        if (await records.Find(reference, HttpContext.RequestAborted) is not { } state)
        {
            return Content("");
        }

        var visible = AccessPolicy.Of(by, state);
        return View("~/Pages/Agreements/_RecordLinks.cshtml", new RecordLinks(
            reference,
            state.Term is null && !state.IsTerminal && visible.Offence && AccessPolicy.IsForRole<ReferralCommand.RecordCheck>(by),
            (state.Status == AgreementStatus.Offered || state.Term is not null) && visible is { Offence: true, Timeline: true },
            AccessPolicy.MaySeeCaseFile(by, state) ? CaseFileQuery.KindOf(state.Status) : null,
            state is { Status: AgreementStatus.Breached, CaseOutcome: null } && AccessPolicy.IsForRole<ReferralCommand.Refer>(by),
            state.Referral.ChargeBy.Date,
            state is { IsTerminal: true, Term: not null } && LateNewsModel.MayReport(by))
        {
            Of = part,
            Services = AccessPolicy.MaySeeServices(by) && visible is { Timeline: true, NeedsReason: false } && !state.IsTerminal,
            Shared = AccessPolicy.SharedWith(by, state, records.Rulebook.Programme.Staff.Sharing, WorkingCalendar.DateOf(clock.GetCurrentInstant())).Count > 0,
            Check = AccessPolicy.MaySeeCaseFile(by, state) && (CaseFileQuery.KindOf(state.Status) is not null || !state.BreachesDecided.IsEmpty),
            Letters = visible is { Person: true, Timeline: true } ? [.. LetterQuery.Others(state, clock.GetCurrentInstant())] : [],
        });
    }
}
