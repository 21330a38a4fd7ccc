using Diversion.Functions.SignIn;
using Microsoft.AspNetCore.Http;

namespace Diversion.Functions.Tests.SignIn;

public sealed class OwnOriginTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    public void Reading_requests_may_come_from_anywhere(string method) => Assert.True(Vouched(method, ("Sec-Fetch-Site", "cross-site")));

    [Theory]
    [InlineData("POST", "cross-site", false)]
    [InlineData("POST", "same-site", false)]
    [InlineData("POST", "none", false)]
    [InlineData("POST", "same-origin", true)]
    [InlineData("DELETE", "cross-site", false)]
    public void A_change_comes_from_our_own_pages(string method, string site, bool vouched) =>
        Assert.Equal(vouched, Vouched(method, ("Sec-Fetch-Site", site)));

    [Theory]
    [InlineData("https://diversion.example", true)]
    [InlineData("https://diversion.example.evil.example", false)]
    [InlineData("http://diversion.example", false)]
    [InlineData("null", false)]
    public void An_older_browser_names_its_origin(string origin, bool vouched) => Assert.Equal(vouched, Vouched("POST", ("Origin", origin)));

    [Fact]
    public void A_change_that_does_not_say_where_it_comes_from_is_refused() => Assert.False(Vouched("POST"));

    [Fact]
    public void The_newer_header_outweighs_the_older() =>
        Assert.False(Vouched("POST", ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://diversion.example")));

    [Fact]
    public void A_program_with_a_token_is_no_browser() => Assert.True(Vouched("POST", ("Authorization", "Bearer abc")));

    private static bool Vouched(string method, params IEnumerable<(string Name, string Value)> headers)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = method;
        http.Request.Scheme = "https";
        http.Request.Host = new HostString("diversion.example");
        foreach (var (name, value) in headers)
        {
            http.Request.Headers[name] = value;
        }

        return OwnOrigin.Vouches(http.Request);
    }
}
