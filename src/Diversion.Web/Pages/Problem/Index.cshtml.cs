using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Diversion.Web.Pages.Problem;

/// <summary>The page for whatever went wrong with another. Nobody comes here by its address.</summary>
public sealed class IndexModel(WebSettings settings, IOptions<AntiforgeryOptions> antiforgery) : PortalPage
{
    private static readonly string[] OurOwn = [nameof(SeenVersion), nameof(FormKey), "returnUrl"];

    private PageFault fault = new(StatusCodes.Status404NotFound);

    internal FaultText Text => FaultPages.Of(fault, settings.InteractiveScheme is not null);

    public string? Address => fault.Address;

    /// <summary>Where to see how it stands; null when nothing is to be seen there.</summary>
    public string? Agreement => fault.Status == StatusCodes.Status409Conflict && Address?.Split('/') is ["", "agreements", var reference, ..]
        && Casework.AgreementIds.IsWellFormed(reference)
            ? $"/agreements/{reference}"
            : null;

    /// <summary>Every field of the form that could not be taken.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Typed { get; private set; } = [];

    /// <summary>
    /// The form's own token goes with it: it is good again for whoever signs in as the same person, and for nobody
    /// else. A form that came without one, from another site, can be sent again as often as one likes.
    /// </summary>
    public bool CanSendAgain => fault.Status == StatusCodes.Status401Unauthorized && settings.InteractiveScheme is not null && Typed.Count > 0;

    /// <summary>What a person typed, without what the form added.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Told =>
        fault.IsFormExpired ? [.. Typed.Where(typed => !OurOwn.Contains(typed.Key) && typed.Key != antiforgery.Value.FormFieldName && typed.Value.Length > 0)] : [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (HttpContext.Features.Get<PageFault>() is not { } told)
        {
            return NotFound();
        }

        fault = told;
        if (Request.HasFormContentType && (told.IsFormExpired || told.Status == StatusCodes.Status401Unauthorized))
        {
            Typed = await ReadForm();
        }

        return Page();
    }

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadForm()
    {
        try
        {
            var form = await Request.ReadFormAsync(Cancellation);
            return [.. form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? ""))];
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            return [];
        }
    }
}
