using Diversion.Casework.Answers;
using Diversion.Casework.BoardPacks;
using Diversion.Domain.Agreements;
using Diversion.Domain.BoardPacks;
using Diversion.Domain.Time;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.BoardActions;

/// <summary>On the home page: the actions of the board that are the reader's own; nothing when there are none.</summary>
public sealed class BoardActionsViewComponent(BoardActionsQuery query, IClock clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Actor by) =>
        await query.Of(by, HttpContext.RequestAborted) is Reply<IReadOnlyList<BoardAction>>.Given { Value: var all } && all.Where(action => action.Reminds?.Id == by.Id).ToArray() is { Length: > 0 } own
            ? View("~/Pages/BoardActions/_Own.cshtml", ((IReadOnlyList<BoardAction>)own, WorkingCalendar.DateOf(clock.GetCurrentInstant())))
            : Content("");
}
