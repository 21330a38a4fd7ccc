using System.Text;
using Diversion.Casework.Answers;
using Diversion.Casework.Links;
using Diversion.Casework.OffenceCodes;
using Diversion.Casework.Streams;
using Diversion.Domain.OffenceCodes;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.OffenceCodes;

/// <summary>Which table of offence codes is loaded, and importing another.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class IndexModel(OffenceCodesQuery codes, OffenceTableService table) : PortalPage
{
    /// <summary>A table of as many codes as are kept has less than half of this.</summary>
    private const int LargestFile = 2 * 1024 * 1024;

    private const int LargestRequest = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public OffenceTableView Loaded { get; private set; } = new(0, 0);

    /// <summary>Null when nothing was looked for.</summary>
    public IReadOnlyList<OffenceCode>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync() => Show(await codes.Loaded(By, Cancellation), loaded => Loaded = loaded);

    public async Task<IActionResult> OnPostTryAsync()
    {
        var words = Read.Text(nameof(Words), Words, "a code, a classification or words", OffenceCodesQuery.LongestText);
        if (ModelState.IsValid && await codes.Search(words, By, Cancellation) is Reply<IReadOnlyList<OffenceCode>>.Given { Value: var found })
        {
            Found = found;
        }

        return await ShowAgain();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await codes.Loaded(By, Cancellation) is Reply<OffenceTableView>.Refused { Refusal: var notForRole })
        {
            return Refuse(notForRole);
        }

        if (await Text() is not { } csv)
        {
            return await ShowAgain();
        }

        switch (await table.Import(csv, By, Now, new ExecuteOptions(IdempotencyKey: FormKey), Cancellation))
        {
            case Outcome<OffenceTable>.Refused { Refusal: var refusal }:
                Read.Fault(nameof(Upload), RefusalWording.Of(refusal));
                return await ShowAgain();
            case Outcome<OffenceTable>.Unchanged:
                Say("Nothing was changed: this table is loaded already.");
                break;
            default:
                Say("The table was imported.");
                break;
        }

        return LocalRedirect(Addresses.OffenceCodes);
    }

    private async Task<string?> Text()
    {
        if (Upload is null)
        {
            Read.Fault(nameof(Upload), "Choose a file");
            return null;
        }

        if (Upload.Length > LargestFile)
        {
            Read.Fault(nameof(Upload), $"The file is larger than {LargestFile / 1024 / 1024} MB. Leave out offences that are never diverted");
            return null;
        }

        using var bytes = new MemoryStream();
        await Upload.CopyToAsync(bytes, Cancellation);
        try
        {
            return Utf8.GetString(bytes.ToArray()).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            Read.Fault(nameof(Upload), "The file is not UTF-8. In Excel save it as “CSV UTF-8 (Comma delimited)”");
            return null;
        }
    }

    private async Task<IActionResult> ShowAgain()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return await OnGetAsync();
    }
}
