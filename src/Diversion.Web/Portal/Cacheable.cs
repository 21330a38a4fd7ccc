namespace Diversion.Web.Portal;

/// <summary>What is shown is the same for everybody, so caches may keep it. Only on a page that reads nothing about anybody.</summary>
/// <param name="Header">The value of Cache-Control.</param>
internal sealed record Cacheable(string Header);
