using Diversion.Domain.Agreements;
using Diversion.Domain.Victim;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Diversion.Web.Pages.Enrol;

/// <summary>A page about one victim, named by the item in its address.</summary>
public abstract class VictimPage : EnrolmentPage
{
    [FromRoute(Name = "item")]
    public string Item { get; set; } = "";

    public VictimState Victim => Known!;

    /// <summary>Which victim, where the reader sees several: ": victim 2".</summary>
    public string Which => Agreement.Victims is { Count: > 1 } ? $": victim {Number}" : "";

    /// <summary>Null when the address names none that the reader may know of.</summary>
    protected VictimState? Known => Agreement.Victims?.FirstOrDefault(victim => victim.Number == Number);

    /// <summary>The rule of <see cref="EnrolmentPage.Opens"/>, for a command about the victim of the address.</summary>
    protected async ValueTask<IActionResult?> OpensFor<TCommand>() where TCommand : AgreementCommand =>
        await Opens<TCommand>(Item) ?? (Known is null ? NoSuchVictim() : null);

    /// <summary>Null when the address has no number.</summary>
    protected virtual int? Number => VictimItem.NumberOf(Item);

    /// <summary>A command without a number would be about the only victim, or record another: an address that names none sends none.</summary>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Item.Length > 0 && Number is null && HttpMethods.IsPost(Request.Method))
        {
            context.Result = await ShowAgain(StatusCodes.Status404NotFound);
        }
        else
        {
            await next();
        }
    }

    protected IActionResult NoSuchVictim() =>
        Refuse(new Refusal.Unknown(RefusalCode.VictimUnknown, "The case has no such victim. Open the case and choose the victim there."));
}
