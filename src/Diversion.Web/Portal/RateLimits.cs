using System.Globalization;
using System.Threading.RateLimiting;
using Diversion.Web.Access;
using Diversion.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Diversion.Web.Portal;

/// <summary>Pages that can be abused by frequent requests: name one of these in <see cref="EnableRateLimitingAttribute"/>.</summary>
public static class RateLimits
{
    /// <summary>Attempts to sign in, per address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Attempts to come in to a page of somebody's own, per address; those with one code are counted on the case.</summary>
    public const string OwnPage = "own-page";

    /// <summary>Votes and nominations of the public, per address.</summary>
    public const string Public = "public";

    /// <summary>Searches for people, per user.</summary>
    public const string Search = "search";

    /// <summary>In the address of search results. Requests for it are counted, because they read the records.</summary>
    public const string SearchKey = "found";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    internal static void AddRateLimits(this IServiceCollection services, WebSettings settings) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(SignIn, http => Posts(http, settings));
        limiter.AddPolicy(OwnPage, http => Posts(http, settings));
        limiter.AddPolicy(Public, http => Posts(http, settings));
        limiter.AddPolicy(Search, http => http.Request.Query.ContainsKey(SearchKey)
            ? PerMinute(Tokens.Read(http.User)?.Id ?? "", settings.SearchesPerMinute)
            : RateLimitPartition.GetNoLimiter("looking"));
    });

    private static RateLimitPartition<string> Posts(HttpContext http, WebSettings settings) => HttpMethods.IsPost(http.Request.Method)
        ? PerMinute($"{http.Connection.RemoteIpAddress}", settings.SignInsPerMinute)
        : RateLimitPartition.GetNoLimiter("looking");

    private static RateLimitPartition<string> PerMinute(string whose, int most) => RateLimitPartition.GetFixedWindowLimiter(
        whose, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window });
}
