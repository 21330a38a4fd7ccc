namespace Diversion.Web.Requests;

/// <summary>Codes of problems in the request itself, in addition to the refusals of domain and casework.</summary>
public static class WebProblem
{
    public const string NotSignedIn = "not-signed-in";
    public const string SignInRefused = "sign-in-refused";
    public const string TokenInvalid = "token-invalid";
    public const string TokenScope = "token-scope";
    public const string JsonMalformed = "json-malformed";
    public const string PropertyUnknown = "property-unknown";
    public const string PropertyMissing = "property-missing";
    public const string ValueMalformed = "value-malformed";
    public const string BodyTooLarge = "body-too-large";
    public const string FormMalformed = "form-malformed";
    public const string MediaTypeUnsupported = "media-type-unsupported";
    public const string QueryInvalid = "query-invalid";
    public const string IfMatchInvalid = "if-match-invalid";
    public const string IdempotencyKeyMissing = "idempotency-key-missing";
    public const string VersionStale = "version-stale";
    public const string AddressUnknown = "address-unknown";
    public const string MethodNotAllowed = "method-not-allowed";
    public const string SchemeUnknown = "scheme-unknown";
    public const string StoreUnavailable = "store-unavailable";
    public const string RequestInvalid = "request-invalid";
    public const string Fault = "fault";
}
