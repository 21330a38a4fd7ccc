using Diversion.Casework.Answers;
using Diversion.Domain.Agreements;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Diversion.Web.Requests;

/// <summary>
/// The one place where a refusal becomes an HTTP answer (RFC 9457). <c>type</c> is <c>urn:diversion:problem:</c> and the
/// code; codes are stable, texts are for people.
/// </summary>
internal static class Problems
{
    public const string TypePrefix = "urn:diversion:problem:";

    public static int StatusOf(Refusal refusal) => refusal switch
    {
        { Code: CaseworkRefusal.CursorInvalid } => StatusCodes.Status400BadRequest,
        Refusal.Invalid => StatusCodes.Status422UnprocessableEntity,
        Refusal.Unknown => StatusCodes.Status404NotFound,
        Refusal.NotPermitted => StatusCodes.Status403Forbidden,
        Refusal.WrongState => StatusCodes.Status409Conflict,
        Refusal.RuleForbids => StatusCodes.Status422UnprocessableEntity,
        Refusal.Ended => StatusCodes.Status409Conflict,
        _ => throw new InvalidOperationException($"No status for {refusal.GetType().Name}."),
    };

    public static Problem Of(Refusal refusal) => refusal is Refusal.Invalid { Field: { } field }
        ? Of(StatusOf(refusal), refusal.Code, refusal.Message, ("field", field))
        : Of(StatusOf(refusal), refusal.Code, refusal.Message);

    /// <param name="also">Additional members, such as the present version.</param>
    public static Problem Of(int status, string code, string detail, params (string Name, object Value)[] also)
    {
        var problem = new ProblemDetails
        {
            Type = TypePrefix + code,
            Title = TitleOf(status),
            Status = status,
            Detail = detail,
        };
        problem.Extensions["code"] = code;
        foreach (var (name, value) in also)
        {
            problem.Extensions[name] = value;
        }

        return new Problem(problem);
    }

    /// <param name="what">What has changed: "agreement".</param>
    public static Problem Stale(string what, int version) => Of(
        StatusCodes.Status412PreconditionFailed,
        WebProblem.VersionStale,
        $"The {what} has changed since you looked: it is at version {version} now. Look again before you decide.",
        ("version", version));

    public static Problem Doubled() => Of(
        StatusCodes.Status404NotFound, WebProblem.AddressUnknown, "The address begins with two slashes. Leave one out: addresses begin with /api/v1.");

    /// <summary>For responses that the framework sends without a body.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => Of(status, WebProblem.AddressUnknown, "There is nothing at this address. The API is described at /docs."),
        StatusCodes.Status405MethodNotAllowed => Of(status, WebProblem.MethodNotAllowed, "This address does not take that method. The API is described at /docs."),
        StatusCodes.Status413PayloadTooLarge => Of(status, WebProblem.BodyTooLarge, "The request is too large. Shorten it."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, WebProblem.MediaTypeUnsupported, "Send JSON, with Content-Type: application/json."),
        _ => Of(status, WebProblem.RequestInvalid, "The request cannot be used. Check its parameters against /docs."),
    };

    private static string TitleOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "Not signed in",
        StatusCodes.Status403Forbidden => "Not permitted",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status405MethodNotAllowed => "Method not allowed",
        StatusCodes.Status409Conflict => "Not in this state",
        StatusCodes.Status412PreconditionFailed => "Changed in the meantime",
        StatusCodes.Status413PayloadTooLarge => "Too large",
        StatusCodes.Status415UnsupportedMediaType => "Not JSON",
        StatusCodes.Status422UnprocessableEntity => "Refused",
        StatusCodes.Status500InternalServerError => "A fault of ours",
        StatusCodes.Status503ServiceUnavailable => "Not available now",
        _ => "The request cannot be used",
    };
}
