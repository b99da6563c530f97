// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Schakel.Web.Security;
using Schakel.Workspace.Members;

namespace Schakel.Hosts.Tests.Web.Accounts;

/// <summary>Behind a proxy that speaks TLS, as the guide sets it up; and with somebody who only says so.</summary>
public sealed class ProxyTests : IDisposable
{
    private const string Name = "schakel.example.nl";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("schakel proxy ");

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("192.0.2.1, 127.0.0.0/8", true)]
    [InlineData("", false)]
    [InlineData("192.0.2.1", false)]
    public async Task Only_a_proxy_that_is_named_is_believed(string proxies, bool believed)
    {
        using var town = await InventedTown.Make();
        using var site = town.Served(("Schakel:Proxies", proxies), ("Schakel:SignIn:Authority", "https://id.example.nl"), ("Schakel:SignIn:ClientId", "a"), ("Schakel:SignIn:ClientSecret", "b"));

        var map = await Ask(site, "GET /kaart");
        var signIn = await Ask(site, "GET /aanmelden");

        Assert.Equal(believed, map.Contains("Strict-Transport-Security: max-age=31536000", StringComparison.OrdinalIgnoreCase));
        // A cookie for a name that is not one's own machine travels over HTTPS only, whoever is believed.
        Assert.Contains("schakel-formulier=", signIn, StringComparison.Ordinal);
        Assert.Contains("secure", signIn, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_address_that_a_provider_sends_people_back_to_is_that_of_the_proxy()
    {
        await using var provider = await TestProvider.Start();
        using var town = await InventedTown.Make();
        foreach (var (proxies, scheme) in new[] { ("127.0.0.1", "https"), ("", "http") })
        {
            using var site = town.Served(("Schakel:Proxies", proxies), ("Schakel:SignIn:Authority", provider.Address), ("Schakel:SignIn:ClientId", TestProvider.Client), ("Schakel:SignIn:ClientSecret", TestProvider.Secret));

            var answer = await Ask(site, "GET /aanmelden/organisatie");

            Assert.Contains($"redirect_uri={scheme}%3A%2F%2F{Name}%2Faanmelden%2Forganisatie%2Fterug", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_proxy_cannot_be_made_to_say_another_name_and_an_address_in_the_log_is_that_of_the_reader()
    {
        using var site = new ServedSite(new SmallTown(), ("Schakel:Workspace", Path.Combine(folder.FullName, "a.workspace")), ("Schakel:Proxies", "127.0.0.1"));
        using var ada = new Visit(site);
        await AccountTests.Founded(ada, AccountTests.FirstLinkOf(site));
        var link = await AccountTests.Invite(ada, "Sam Veilig", "sam@example.nl", AccessRole.SecurityOfficer);
        using var officer = new Visit(site);
        await officer.Post(link, "/welkom", ("sleutel", AccountTests.KeyOf(link)), ("password", AccountTests.Password));

        var answer = await Ask(site, "GET /welkom?sleutel=" + new string('0', 96), "X-Forwarded-Host: elders.example\r\n");
        using var stranger = new Visit(site);
        var (_, page, _) = await stranger.Get("/aanmelden");
        var cookies = stranger.CookieLine;
        await Ask(site, "POST /aanmelden", $"Cookie: {cookies}\r\n", $"formulier={Uri.EscapeDataString(Visit.TokenIn(page))}&email=ada%40example.nl&password=x");
        var (_, log, _) = await officer.Get("/beheer/beveiliging");

        Assert.DoesNotContain("elders", answer, StringComparison.Ordinal);
        Assert.Contains("<td>203.0.113.9</td>", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0.7", 1)]
    [InlineData("10.0.0.0/8, ::1", 2)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    [InlineData("proxy.example.nl", -1)]
    [InlineData("10.0.0.0/99", -1)]
    public void Proxies_are_addresses_and_networks(string? setting, int count) => Assert.Equal(count, Proxies.Read(setting)?.Count ?? -1);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>Sends what a proxy would send, byte by byte: a client of .NET would not let us choose the Host.</summary>
    private static async Task<string> Ask(ServedSite site, string line, string more = "", string body = "")
    {
        var address = site.Client.BaseAddress!;
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        await using var stream = connection.GetStream();
        var type = body.Length > 0 ? $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n" : "";
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"{line} HTTP/1.1\r\nHost: {Name}\r\nConnection: close\r\nX-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https\r\n{more}{type}\r\n{body}"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
