using System.Text.Json;
using Diversion.Web.Portal;
using Diversion.Web.Requests;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Diversion.Web.Pages.KeptAnswers;

/// <summary>A form that was sent after its sender's session had ended; the same person can send it again.</summary>
public sealed class IndexModel(Casework.Drafts.KeptAnswers kept, IOptions<AntiforgeryOptions> antiforgery) : PortalPage
{
    private const string Gone = "Answers are kept for an hour, for the person who gave them. Open the page that you were on and fill in the form again.";

    private KeyValuePair<string, string>[] fields = [];

    public string Address { get; private set; } = "/";

    /// <summary>All fields except the old token.</summary>
    public IEnumerable<KeyValuePair<string, string>> Answers => fields.Where(one => one.Key != antiforgery.Value.FormFieldName);

    public IReadOnlyList<string> Typed => FormFields.TypedByPeople(Answers);

    public async Task<IActionResult> OnGetAsync(string key)
    {
        if (await kept.Find(FormOwner.KeyOf(By), key, Cancellation) is not { IsForm: true } form)
        {
            HttpContext.Features.Set(new PageFault(StatusCodes.Status404NotFound, Gone));
            return NotFound();
        }

        Address = form.Address;
        fields = [.. JsonSerializer.Deserialize<string[][]>(form.Text)!.Select(pair => KeyValuePair.Create(pair[0], pair[1]))];
        return Page();
    }
}
