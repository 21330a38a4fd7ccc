using Diversion.Web.Access;
using Diversion.Web.Assets;
using Diversion.Web.Pages.MyAgreement;
using Diversion.Web.Pages.Search;
using Diversion.Web.Portal;
using Diversion.Web.Settings;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web;

internal static class PagesSetup
{
    private const string SignedIn = "signed-in";
    private const int LargestForm = 256 * 1024;

    public static void AddPages(this IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton<PortalAssets>();
        services.AddSingleton<AccessReasons>();
        services.AddSingleton<KeptSearches>();
        services.AddSingleton<FormOwner>();
        services.AddSingleton<PersonSession>();
        services.AddScoped<When>();
        services.AddSingleton<TeamNames>();
        services.AddRateLimits(settings);
        services.AddAuthorizationBuilder().AddPolicy(SignedIn, SignInSetup.SignedIn);

        // Hosts configure where the keys of cookies and forms are stored.
        services.AddDataProtection().SetApplicationName("diversion");
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "diversion-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;

            // In current browsers, frame-ancestors in the content security policy does the same.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = PortalPage.MessageCookie;
            options.Cookie.IsEssential = true;
        });
        services.Configure<FormOptions>(options =>
        {
            options.ValueLengthLimit = LargestForm;
            options.MultipartBodyLengthLimit = LargestForm;
        });
        services.AddRazorPages(pages =>
            {
                pages.Conventions.AuthorizeFolder("/", SignedIn);
                pages.Conventions.AllowAnonymousToFolder("/About");
                pages.Conventions.AllowAnonymousToFolder("/Demo");
                pages.Conventions.AllowAnonymousToFolder("/MyAgreement");
                pages.Conventions.AllowAnonymousToFolder("/Problem");
                pages.Conventions.AllowAnonymousToFolder("/Public");
                pages.Conventions.AllowAnonymousToFolder("/SignOut");
                pages.Conventions.AllowAnonymousToPage("/SignIn/Unknown");
            })
            .AddMvcOptions(options =>
            {
                // The page says in its own words what is required.
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                options.Filters.Add<FormFaults>();
                options.Filters.Add<NoHandler>();
                BindingWording.Set(options.ModelBindingMessageProvider);
            })
            .ConfigureApplicationPartManager(AddOurPages);
    }

    /// <summary>A host that is not an MVC app itself does not look for pages in its references.</summary>
    private static void AddOurPages(ApplicationPartManager parts)
    {
        var ours = typeof(PagesSetup).Assembly;
        if (parts.ApplicationParts.Any(part => part.Name == ours.GetName().Name))
        {
            return;
        }

        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(ours).GetApplicationParts(ours))
        {
            parts.ApplicationParts.Add(part);
        }
    }
}
