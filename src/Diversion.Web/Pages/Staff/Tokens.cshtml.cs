using Diversion.Casework.Links;
using Diversion.Casework.Staff;
using Diversion.Casework.Streams;
using Diversion.Domain.Staff;
using Diversion.Web.Forms;
using Diversion.Web.Portal;
using Diversion.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Pages.Staff;

/// <summary>The tokens of programs that use the API: made, listed with their last use, and revoked.</summary>
[FreshSignIn]
public sealed class TokensModel(StaffQuery query, StaffService staff, ApiTokens tokens) : StaffPage(query, staff)
{
    public static readonly IReadOnlyList<Choice> Scopes =
    [
        new(nameof(TokenScope.TagEvents), "Send tag events", "For the monitoring provider."),
        new(nameof(TokenScope.CustodyNotices), "Send custody notices", "For the custody system."),
        new(nameof(TokenScope.Statistics), "Read the counts of the programme", "They name nobody."),
        new(nameof(TokenScope.SubjectAccess), "Read what is recorded about a person who asked for it", "For HMPPS’s subject access request service, by the probation number (CRN). What concerns others is left out by rule; nobody of the programme reads it first."),
    ];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Scope { get; set; }

    [BindProperty]
    public TypedDate Until { get; set; } = new();

    [BindProperty]
    public string? Token { get; set; }

    public IReadOnlyList<ApiTokenView> Tokens { get; private set; } = [];

    /// <summary>The token that was just made; it is shown this once.</summary>
    public string? Made { get; private set; }

    public static string StandingOf(TokenStanding standing) => standing switch
    {
        TokenStanding.Works => "Works",
        TokenStanding.Expired => "Expired",
        TokenStanding.Revoked => "Revoked",
        _ => "Stopped: whoever made it does not lead the programme any more",
    };

    public static string ScopeOf(TokenScope scope) => Scopes.First(choice => choice.Value == $"{scope}").Text;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        var name = Read.Text(nameof(Name), Name, "which program it is for");
        var scope = Read.Choice<TokenScope>(nameof(Scope), Scope, "what it may do");
        var until = Read.Date(nameof(Until), Until, "the last day");
        var secret = ApiTokens.Make();
        var answer = await Run(
            () => new StaffCommand.CreateToken(ApiTokens.MakeId(), name, scope, until, ApiTokens.HashOf(secret)),
            "",
            Addresses.Tokens,
            field => field switch { "name" => nameof(Name), "scope" => nameof(Scope), "until" => nameof(Until), _ => null });
        if (answer is not LocalRedirectResult)
        {
            return answer;
        }

        // The next page would have to be told the token by a cookie or the store.
        HttpContext.Features.Set(new ShownOnce());
        TempData.Clear();
        ModelState.Clear();
        (Name, Scope, Until, Made, FormKey, SeenVersion) = (null, null, new TypedDate(), secret, null, null);
        return await Load() ?? Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync()
    {
        if (await Load() is { } other)
        {
            return other;
        }

        return await Run(() => new StaffCommand.RevokeToken(Token ?? ""), "The token was revoked. It lets nobody in any more.", Addresses.Tokens);
    }

    protected override async Task<IActionResult?> Load()
    {
        if (await base.Load() is { } other)
        {
            return other;
        }

        return Take(await tokens.All(By, Now, Cancellation), all => Tokens = all);
    }
}
